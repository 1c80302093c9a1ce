/**
 * ln x from additions, multiplications and divisions alone. ECMAScript leaves the last bit of Math.log
 * to the engine; results must be the same to the last digit in every browser and in Node. Method and constants: fdlibm
 * (Sun Microsystems, 1993, e_log.c), error below one unit in the last place.
 */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** ln x of a positive, normal number; others give NaN. */
export function log(x: number): number {
	if (!(x >= 2.2250738585072014e-308 && x < Infinity)) return NaN;
	let m = x;
	let k = 0;
	for (; m < Math.SQRT1_2; k--) m *= 2;
	for (; m >= Math.SQRT2; k++) m /= 2;
	const f = m - 1;
	const s = f / (2 + f);
	const z = s * s;
	const w = z * z;
	const even =
		w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
	const odd =
		z *
		(6.66666666666673513e-1 +
			w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
	const half = 0.5 * f * f;
	return k * LN2_HIGH - (half - (s * (half + even + odd) + k * LN2_LOW) - f);
}
