/**
 * e^x from additions, multiplications and divisions alone. ECMAScript leaves the last bit of Math.exp
 * to the engine; results must be the same to the last digit in every browser and in Node. Method and constants: fdlibm
 * (Sun Microsystems, 1993, e_exp.c), error below one unit in the last place.
 */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** e^x. Below −700 it is 0, above 700 Infinity. */
export function exp(x: number): number {
	if (x < -700) return 0;
	if (x > 700) return Infinity;
	const k = Math.round(x * 1.442695040888963387);
	const high = x - k * LN2_HIGH;
	const low = k * LN2_LOW;
	const r = high - low;
	const t = r * r;
	const c =
		r -
		t *
			(1.66666666666666019037e-1 +
				t *
					(-2.77777777770155933842e-3 +
						t *
							(6.61375632143793436117e-5 +
								t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
	return (1 - (low - (r * c) / (2 - c) - high)) * powerOfTwo(k);
}

function powerOfTwo(k: number): number {
	let power = 1;
	let base = k < 0 ? 0.5 : 2;
	for (let left = Math.abs(k); left > 0; left >>= 1) {
		if (left & 1) power *= base;
		base *= base;
	}
	return power;
}
