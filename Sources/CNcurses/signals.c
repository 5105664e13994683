// Signals: the ordinary ones become a wake-up of the main loop, a crash gives the terminal back first.
//
// Everything a handler calls is async-signal-safe: write, tcsetattr, sigaction, pthread_sigmask, raise.

#include "internal.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/eventfd.h>

static int event_descriptor = -1;
static volatile sig_atomic_t came_resize = 0;
static volatile sig_atomic_t came_continue = 0;
static volatile sig_atomic_t came_termination = 0;

static const int leaving[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static const int crashes[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE};
static const int jobs[] = {SIGTSTP, SIGCONT, SIGWINCH};
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static struct sigaction before[NSIG];
// A stack overflow leaves no room for a handler; it gets its own.
static char crash_stack[64 * 1024];
static stack_t stack_before;

static void ring(void) {
  const uint64_t one = 1;
  int kept = errno;
  if (write(event_descriptor, &one, sizeof one) < 0) {
    // The counter is full: the loop has been woken already.
  }
  errno = kept;
}

static void on_resize(int signal) {
  (void)signal;
  came_resize = 1;
  ring();
}

static void on_leave(int signal) {
  // While an editor has the terminal, what is typed to stop it comes to us too, and is not for us.
  if (!zk_is_ours && (signal == SIGINT || signal == SIGQUIT)) return;
  came_termination = signal;
  ring();
}

static void on_crash(int signal) {
  zk_give_back();
  sigaction(signal, &before[signal], NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal);
  raise(signal);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
}

static void on_stop(int signal) {
  int kept = errno;
  bool was_ours = zk_is_ours;
  zk_give_back();
  struct sigaction now;
  sigaction(signal, &before[signal], &now);
  sigset_t only;
  sigset_t mask;
  sigemptyset(&only);
  sigaddset(&only, signal);
  raise(signal);
  // Here the process stops, until SIGCONT; in an orphaned process group it goes on at once.
  pthread_sigmask(SIG_UNBLOCK, &only, &mask);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(signal, &now, NULL);
  if (was_ours) {
    zk_take_again();
    came_continue = 1;
    ring();
  }
  errno = kept;
}

static void on_continue(int signal) {
  (void)signal;
  // Stopped by SIGSTOP, so without on_stop: the shell has changed the terminal all the same.
  if (!zk_is_ours) return;
  zk_take_again();
  came_continue = 1;
  ring();
}

static void install(int signal, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, &before[signal]);
}

void zk_install_handlers(int event_fd) {
  event_descriptor = event_fd;
  came_resize = came_continue = came_termination = 0;
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = crash_stack;
  stack.ss_size = sizeof crash_stack;
  sigaltstack(&stack, &stack_before);
  for (unsigned index = 0; index < COUNT(leaving); index++) install(leaving[index], on_leave, SA_RESTART);
  for (unsigned index = 0; index < COUNT(crashes); index++) install(crashes[index], on_crash, SA_ONSTACK);
  install(SIGTSTP, on_stop, SA_RESTART);
  install(SIGCONT, on_continue, SA_RESTART);
  install(SIGWINCH, on_resize, SA_RESTART);
}

void zk_remove_handlers(void) {
  for (unsigned index = 0; index < COUNT(leaving); index++) sigaction(leaving[index], &before[leaving[index]], NULL);
  for (unsigned index = 0; index < COUNT(crashes); index++) sigaction(crashes[index], &before[crashes[index]], NULL);
  for (unsigned index = 0; index < COUNT(jobs); index++) sigaction(jobs[index], &before[jobs[index]], NULL);
  sigaltstack(&stack_before, NULL);
}

int zk_event_fd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

unsigned zk_take_signals(void) {
  unsigned bits = 0;
  if (came_resize) {
    came_resize = 0;
    bits |= ZK_SIGNAL_RESIZE;
  }
  if (came_continue) {
    came_continue = 0;
    bits |= ZK_SIGNAL_CONTINUE;
  }
  return bits;
}

int zk_take_termination(void) {
  int signal = came_termination;
  came_termination = 0;
  return signal;
}
