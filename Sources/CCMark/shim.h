#include <cmark.h>

/// Where a thread keeps the memory of its parser (ParserArena.swift): Swift has no variables of a thread, and to ask
/// pthread for it at each allocation would take longer than most allocations do.
static inline void **prfaq_arena_slot(void) {
  static __thread void *slot;
  return &slot;
}
