// The part of ncursesw that Terminal needs, without the macros, variadics and mutable globals that Swift 6 rejects,
// and the signal handlers, which must be C as they may call async-signal-safe functions only.
//
// There is one terminal a process. All but zk_wcwidth and the handlers themselves is for the main thread.
#ifndef ZAAKLIJN_CNCURSES_H
#define ZAAKLIJN_CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
  ZK_OPENED,
  ZK_IN_USE,
  ZK_NOT_A_TERMINAL,
  ZK_UNKNOWN_TERMINAL,
  ZK_NO_CURSOR_ADDRESSING,
  ZK_FAILED,
} zk_open_result;

typedef enum {
  ZK_BOLD = 1,
  ZK_DIM = 2,
  ZK_UNDERLINE = 4,
  ZK_REVERSE = 8,
} zk_attribute;

// The signals that came since they were last asked for, as bits.
typedef enum {
  ZK_SIGNAL_RESIZE = 1,
  ZK_SIGNAL_CONTINUE = 2,
} zk_signal_bit;

// session.c
zk_open_result zk_open(int event_fd);
void zk_close(void);
void zk_suspend(void);
void zk_resume(void);
bool zk_read_size(int *width, int *height);
void zk_resize(int width, int height);
// A string capability of the terminal, or NULL; valid while it is open.
const char *zk_capability(const char *name);
// Whether the locale that was found writes UTF-8.
bool zk_is_utf8(void);

// cells.c
int zk_colors(void);
bool zk_has_direct_colors(void);
// -1 is the terminal's own colour.
void zk_define_pair(int pair, int foreground, int background);
void zk_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair);
void zk_set_background(unsigned attributes, int pair);
// Forgets what the terminal shows, so that the next refresh draws everything.
void zk_forget(void);
// Brings the terminal up to date; the cursor is hidden if its row is negative.
void zk_refresh(int cursor_row, int cursor_column);
// wcwidth() of the present locale.
int zk_wcwidth(uint32_t scalar);
// The release of the C library, which has its own idea of the widths.
const char *zk_libc_version(void);
// Whether the present locale can write the scalar.
bool zk_can_write(uint32_t scalar);

// signals.c; session.c calls the two about handlers.
void zk_install_handlers(int event_fd);
void zk_remove_handlers(void);
// A new eventfd, or -1.
int zk_event_fd(void);
unsigned zk_take_signals(void);
// The last of the signals that ask to leave, or 0.
int zk_take_termination(void);

#endif
