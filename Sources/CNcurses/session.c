// Opens the terminal, and gives it back as it was found.

#include "internal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>

volatile sig_atomic_t zk_is_ours = 0;

// Made when the terminal is opened, so that a crash handler has only to write them.
static char leave[1024];
static char enter[1024];
static unsigned long leave_count = 0;
static unsigned long enter_count = 0;
// Where in `enter` the part begins that ncurses does not write by itself.
static unsigned long enter_own = 0;
static struct termios found;
static struct termios ours;
static SCREEN *screen = NULL;

static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";
static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
static const char push_title[] = "\033[22;2t";
static const char pop_title[] = "\033[23;2t";

void zk_write_all(const char *bytes, unsigned long count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (unsigned long)written;
  }
}

void zk_give_back(void) {
  if (!zk_is_ours) return;
  zk_is_ours = 0;
  int kept = errno;
  zk_write_all(leave, leave_count);
  tcsetattr(STDIN_FILENO, TCSANOW, &found);
  errno = kept;
}

void zk_take_again(void) {
  int kept = errno;
  tcsetattr(STDIN_FILENO, TCSANOW, &ours);
  zk_write_all(enter, enter_count);
  zk_is_ours = 1;
  errno = kept;
}

const char *zk_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

static void add(char *buffer, unsigned long *count, const char *text) {
  if (!text) return;
  // A capability may ask for padding, `$<5>`, which only tputs understands; the terminals that need it are gone.
  while (*text && *count < sizeof leave) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) text = end + 1; else buffer[(*count)++] = *text++;
  }
}

static bool name_starts_with(const char *prefix) {
  const char *name = getenv("TERM");
  return name && strncmp(name, prefix, strlen(prefix)) == 0;
}

// What ncurses itself switches on with newterm, and what it does not know of.
static void prepare_sequences(void) {
  bool is_xterm = name_starts_with("xterm");
  bool has_mouse = zk_capability("kmous") != NULL;
  bool is_plain = name_starts_with("vt") || name_starts_with("linux");
  leave_count = enter_count = 0;
  add(leave, &leave_count, has_mouse ? mouse_off : NULL);
  add(leave, &leave_count, is_plain ? NULL : paste_off);
  add(leave, &leave_count, is_xterm ? pop_title : NULL);
  add(leave, &leave_count, zk_capability("rmkx"));
  add(leave, &leave_count, zk_capability("sgr0"));
  add(leave, &leave_count, zk_capability("op"));
  add(leave, &leave_count, zk_capability("cnorm"));
  // Without a second screen to leave, the caseworker's data is wiped from the first.
  add(leave, &leave_count, zk_capability("rmcup") ? zk_capability("rmcup") : zk_capability("clear"));
  add(enter, &enter_count, zk_capability("smcup"));
  add(enter, &enter_count, zk_capability("smkx"));
  enter_own = enter_count;
  add(enter, &enter_count, is_xterm ? push_title : NULL);
  add(enter, &enter_count, is_plain ? NULL : paste_on);
  add(enter, &enter_count, has_mouse ? mouse_on : NULL);
}

// Every key but the one that stops the job comes to us: ^C, ^\, ^S, ^Q and ^V are keys like others.
static void prepare_modes(void) {
  tcgetattr(STDIN_FILENO, &ours);
  ours.c_iflag &= (tcflag_t) ~(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP);
  ours.c_lflag &= (tcflag_t) ~(ICANON | ECHO | ECHONL | IEXTEN);
  ours.c_lflag |= ISIG;
  ours.c_cc[VINTR] = ours.c_cc[VQUIT] = _POSIX_VDISABLE;
  ours.c_cc[VMIN] = 1;
  ours.c_cc[VTIME] = 0;
}

// A session over SSH often names a locale that is not installed here; its encoding is still what the terminal speaks.
static void set_locale(void) {
  if (setlocale(LC_ALL, "")) return;
  const char *wanted = getenv("LC_ALL");
  if (!wanted || !*wanted) wanted = getenv("LC_CTYPE");
  if (!wanted || !*wanted) wanted = getenv("LANG");
  const char *encoding = wanted ? strchr(wanted, '.') : NULL;
  if (encoding && (strncasecmp(encoding, ".utf-8", 6) == 0 || strncasecmp(encoding, ".utf8", 5) == 0)) {
    setlocale(LC_CTYPE, "C.UTF-8");
  }
}

bool zk_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static zk_open_result check_terminal(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return ZK_NOT_A_TERMINAL;
  int problem = 0;
  if (setupterm(NULL, STDOUT_FILENO, &problem) != OK) return ZK_UNKNOWN_TERMINAL;
  bool can_address = zk_capability("cup") != NULL && zk_capability("clear") != NULL;
  del_curterm(cur_term);
  return can_address ? ZK_OPENED : ZK_NO_CURSOR_ADDRESSING;
}

zk_open_result zk_open(int event_fd) {
  static bool registered = false;
  if (screen) return ZK_IN_USE;
  set_locale();
  zk_open_result result = check_terminal();
  if (result != ZK_OPENED) return result;
  if (tcgetattr(STDIN_FILENO, &found) != 0) return ZK_NOT_A_TERMINAL;
  // Before newterm, which leaves alone the signals that have a handler.
  zk_install_handlers(event_fd);
  screen = newterm(NULL, stdout, stdin);
  if (!screen) {
    zk_remove_handlers();
    return ZK_FAILED;
  }
  prepare_sequences();
  zk_is_ours = 1;
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  prepare_modes();
  tcsetattr(STDIN_FILENO, TCSANOW, &ours);
  def_prog_mode();
  if (!registered) registered = atexit(zk_give_back) == 0;
  zk_write_all(enter + enter_own, enter_count - enter_own);
  return ZK_OPENED;
}

void zk_close(void) {
  if (!screen) return;
  bool was_ours = zk_is_ours;
  // First ncurses, which puts the cursor where the shell goes on; then what it knows nothing of.
  if (was_ours) endwin();
  zk_give_back();
  delscreen(screen);
  screen = NULL;
  zk_remove_handlers();
}

void zk_suspend(void) {
  if (!screen || !zk_is_ours) return;
  endwin();
  zk_give_back();
}

void zk_resume(void) {
  if (!screen || zk_is_ours) return;
  zk_take_again();
  zk_forget();
}

bool zk_read_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
    *width = screen ? COLS : 80;
    *height = screen ? LINES : 24;
    return false;
  }
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}

void zk_resize(int width, int height) {
  if (screen && (width != COLS || height != LINES)) resizeterm(height, width);
}
