.DEFAULT_GOAL := help
.PHONY: help run test watch lint build screenshots bench

help: ## Says what each target does
	@echo 'Llavero. Everything a target needs is installed by it, into target/tools where possible.'
	@echo
	@sed -n 's/^\([a-z]*\): ## /make \1|/p' $(MAKEFILE_LIST) | awk -F '|' '{ printf "  %-18s%s\n", $$1, $$2 }'

run: ## Serves at http://127.0.0.1:3000 with demo data (elsewhere: make run LISTEN=host:port)
	@scripts/run.sh

test: ## Format, clippy, all tests on SQLite and PostgreSQL, then the browser; sums up in the last line
	@scripts/test.sh

watch: ## Like run, unoptimised, and rebuilds and reloads on every change
	@scripts/watch.sh

lint: ## Format and clippy, for the server's and the browser's half
	@scripts/lint.sh

build: ## Builds target/release/llavero and its site in target/site
	@scripts/build.sh

screenshots: ## Runs the end-to-end tests and keeps their pictures in target/screenshots
	@scripts/screenshots.sh

bench: ## Measures the lists and the changes of many with 10 and with 10,000 users; prints tables
	@scripts/bench.sh

# Variables such as LISTEN, given on make's command line, reach the scripts.
export
