package io.herald.worker.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * All templates: those built in, and before them those of the operator's folder, which is looked at
 * every two seconds.
 */
public final class Templates implements SmartLifecycle {

  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Map<String, Template> builtIn;
  private final @Nullable TemplateFolder folder;
  private volatile Map<String, Template> templates;
  private Disposable looking = Disposables.disposed();

  /**
   * Reads them.
   *
   * @param folder the operator's; null: there is none
   */
  public Templates(@Nullable Path folder, MissingValue missing) {
    this.builtIn = BuiltIn.templates(missing);
    this.templates = builtIn;
    this.folder = folder == null ? null : new TemplateFolder(folder, missing);
    look();
  }

  /** The template of that name with these values; empty: there is no such template. */
  public Optional<Rendered> render(String name, Map<String, Object> data) {
    return Optional.ofNullable(templates.get(name)).map(it -> it.render(data));
  }

  /** Reads what has changed. */
  void look() {
    if (folder != null) {
      Map<String, Template> all = new HashMap<>(builtIn);
      all.putAll(folder.templates());
      templates = Map.copyOf(all);
    }
  }

  @Override
  public void start() {
    looking =
        folder == null
            ? Flux.never().subscribe()
            : Flux.interval(LOOK, LOOK, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .subscribe(_ -> look());
  }

  @Override
  public void stop() {
    looking.dispose();
  }

  @Override
  public boolean isRunning() {
    return !looking.isDisposed();
  }
}
