// Puts cells on ncurses' screen, and brings the terminal up to date.

#include "internal.h"

#include <gnu/libc-version.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static attr_t attributes_of(unsigned attributes) {
  attr_t result = A_NORMAL;
  if (attributes & ZK_BOLD) result |= A_BOLD;
  if (attributes & ZK_DIM) result |= A_DIM;
  if (attributes & ZK_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & ZK_REVERSE) result |= A_REVERSE;
  return result;
}

int zk_colors(void) { return has_colors() ? COLORS : 0; }

bool zk_has_direct_colors(void) {
  // RGB is a user-defined capability: a flag, a number or a string, after the taste of who wrote the entry.
  const char *text = tigetstr("RGB");
  return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || (text && text != (const char *)-1);
}

void zk_define_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

static void make_cell(cchar_t *cell, const uint32_t *scalars, int count, unsigned attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int index = 0; index < count && index < CCHARW_MAX; index++) text[index] = (wchar_t)scalars[index];
  if (setcchar(cell, text, attributes_of(attributes), (short)pair, NULL) == ERR) {
    setcchar(cell, L"?", attributes_of(attributes), (short)pair, NULL);
  }
}

void zk_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair) {
  cchar_t cell;
  make_cell(&cell, scalars, count, attributes, pair);
  // In the last cell of the screen ncurses reports that it cannot go on; the cell is written all the same.
  mvadd_wch(row, column, &cell);
}

void zk_set_background(unsigned attributes, int pair) {
  cchar_t cell;
  const uint32_t blank = ' ';
  make_cell(&cell, &blank, 1, attributes, pair);
  bkgrndset(&cell);
}

// -1 when another program, or the way back to it, may have changed it.
static int is_cursor_shown = -1;

void zk_forget(void) {
  is_cursor_shown = -1;
  clearok(curscr, TRUE);
  touchwin(stdscr);
}

void zk_refresh(int cursor_row, int cursor_column) {
  int shows = cursor_row >= 0 ? 1 : 0;
  move(shows ? cursor_row : 0, shows ? cursor_column : 0);
  leaveok(stdscr, shows ? FALSE : TRUE);
  // ncurses sends nothing if it believes that the cursor is so already.
  if (is_cursor_shown < 0) curs_set(1 - shows);
  if (is_cursor_shown != shows) curs_set(shows);
  is_cursor_shown = shows;
  wnoutrefresh(stdscr);
  doupdate();
}

int zk_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

const char *zk_libc_version(void) { return gnu_get_libc_version(); }

bool zk_can_write(uint32_t scalar) {
  char bytes[MB_LEN_MAX];
  mbstate_t state;
  memset(&state, 0, sizeof state);
  return wcrtomb(bytes, (wchar_t)scalar, &state) != (size_t)-1;
}
