# Zaaklijn. `make help` names what there is; every target does its own set-up.
PREFIX ?= /usr/local
DESTDIR ?=
BUILD := swift build -c release --static-swift-stdlib
BIN := .build/release

.PHONY: help run build install uninstall test soak lint generate bench clean setup

help: ## Names the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup:
	@Scripts/setup

run: build ## Opens the client on a demo municipality; all of it is gone afterwards
	@Scripts/demo

build: setup ## Builds zaak and zgw-sandbox in .build/release
	$(BUILD) --product zaak
	$(BUILD) --product zgw-sandbox

install: build ## Installs in PREFIX (default /usr/local) with man page and completions
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -s -m 755 $(BIN)/zaak $(BIN)/zgw-sandbox $(DESTDIR)$(PREFIX)/bin
	install -m 644 docs/man/zaak.1 $(DESTDIR)$(PREFIX)/share/man/man1
	$(BIN)/zaak --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/zaak
	$(BIN)/zaak --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_zaak
	$(BIN)/zaak --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/zaak.fish

uninstall: ## Removes what install installed in PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/zaak $(DESTDIR)$(PREFIX)/bin/zgw-sandbox \
	  $(DESTDIR)$(PREFIX)/share/man/man1/zaak.1 $(DESTDIR)$(PREFIX)/share/bash-completion/completions/zaak \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_zaak \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/zaak.fish

# So many tests at once, and the sweeps by themselves: more would starve each other of the few threads that run tasks.
test: setup ## Runs every test
	swift build --build-tests
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4 swift test --skip-build --skip FaultTests
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4 swift test --skip-build --filter FaultTests

soak: setup ## Tries sync with new seeds until it is stopped or one fails
	@Scripts/soak

lint: ## Checks the formatting and the generated files
	swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests Benchmarks
	Scripts/generate --check

generate: ## Makes the generated files anew
	Scripts/generate

bench: setup ## Measures with 200,000 zaken; prints medians, takes minutes
	Scripts/bench

clean: ## Removes what was built
	swift package clean
