package io.herald.scheduler.run;

import io.herald.scheduler.script.ReadAnswer;
import io.herald.scheduler.script.TellOwner;

/**
 * What notification scripts need.
 *
 * @param confine who they are, and how much they may take
 * @param answers reads what they print
 * @param owners tells what they say
 */
record Scripts(Confine confine, ReadAnswer answers, TellOwner owners) {}
