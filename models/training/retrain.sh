#!/bin/sh
# Makes models/intent and models/tiny anew from a clean checkout; see README.md. STEPS and EPOCHS make it shorter, to try the chain.
set -eu
cd "$(dirname "$0")"
: "${WORK:?a folder outside the repository for checkpoints}"
DATA=$(cd "${DATA:-../../../shared/data}" && pwd)
export PYTHONDONTWRITEBYTECODE=1 OMP_WAIT_POLICY=passive
[ -x "$WORK/venv/bin/python" ] || {
	python3.11 -m venv "$WORK/venv"
	"$WORK/venv/bin/pip" install --quiet "pip>=25.1"
	"$WORK/venv/bin/pip" install --quiet --group training
}
run() {
	echo "== $*" >&2
	"$WORK/venv/bin/python" "$@" --data "$DATA"
}
run build_tokenizer.py --work "$WORK"
run warm_start.py --work "$WORK"
run distill.py --work "$WORK" --steps "${STEPS:-12000}"
run train.py --work "$WORK" --epochs "${EPOCHS:-6}"
"$WORK/venv/bin/python" export.py --work "$WORK" --out ../intent
run calibrate.py --out ../intent
"$WORK/venv/bin/python" half.py --out ../intent
run tiny.py --work "$WORK" --out ../tiny
run calibrate.py --out ../tiny
