# run    build everything and serve the register          (PORT, DATA_DIR, DATABASE_URL)
# demo   the same with a demonstration data set in a database of its own
# test   the whole test suite                             (STAGES="lint sqlite" for some of it)
# bench  measure, with targets                            (BENCH_ROWS, BENCH_SECONDS, BENCH_DATABASES)
# bless  write openapi.yaml and the generated pages again
# dev    serve with hot reload of both halves
# fmt    format everything
.PHONY: run demo test bench bless dev fmt

run:
	@scripts/run

demo:
	@scripts/run --demo

test:
	@scripts/test $(STAGES)

bench:
	@scripts/bench

bless:
	@scripts/bless

dev:
	@scripts/dev

fmt:
	cargo fmt --all
	npm run --prefix web format
