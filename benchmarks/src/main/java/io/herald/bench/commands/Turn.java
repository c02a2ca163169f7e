package io.herald.bench.commands;

import io.herald.bench.load.CpuUse;
import io.herald.bench.load.WrkResult;
import io.herald.bench.report.Figures;

/**
 * One measured run.
 *
 * @param load as wrk saw it
 * @param seconds until everything was done that is measured
 * @param cpu microseconds of gateway, broker, Redis and wrk
 * @param bot microseconds of the bot service; NaN: it stood still
 */
record Turn(WrkResult load, double seconds, CpuUse cpu, double bot) {

  static Turn ingested(WrkResult load, CpuUse cpu) {
    return new Turn(load, load.durationUs() / 1e6, cpu, Double.NaN);
  }

  static Turn answered(WrkResult load, double seconds, CpuUse cpu, double bot) {
    return new Turn(load, seconds, cpu, bot);
  }

  double perSecond() {
    return Figures.ratio(load.acknowledged(), seconds);
  }

  double perCommand(double micros) {
    return Figures.ratio(micros, load.requests());
  }
}
