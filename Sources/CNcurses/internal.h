#ifndef ZAAKLIJN_CNCURSES_INTERNAL_H
#define ZAAKLIJN_CNCURSES_INTERNAL_H

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include <ncurses.h>
#include <signal.h>
#include <stdbool.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "CNcurses.h"

// Whether the terminal is ours at this moment; read by the handlers.
extern volatile sig_atomic_t zk_is_ours;

// Both are async-signal-safe, and may be called twice.
void zk_give_back(void);
void zk_take_again(void);
void zk_write_all(const char *bytes, unsigned long count);

#endif
