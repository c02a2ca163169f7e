/** What firing schedules costs among a few of them and among very many. */
@NullMarked
package io.herald.bench.schedules;

import org.jspecify.annotations.NullMarked;
