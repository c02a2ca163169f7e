package io.herald.telegram.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The kept-alive connections to one Bot API, shared by all bots; close it when the service ends.
 *
 * <p>Nothing is retried here, because only the caller knows whether a message may go out twice.
 * Redirects are not followed: they would carry the token elsewhere.
 */
public final class TelegramConnection implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WRITE = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofSeconds(30);
  // An answer that drips in slowly ends here.
  private static final Duration WHOLE_CALL = Duration.ofSeconds(60);
  // Below the 60 to 75 s after which common servers close idle connections on their side.
  private static final Duration IDLE = Duration.ofSeconds(50);

  private final TelegramAddress address;
  private final ExecutorService threads;
  private final OkHttpClient client;

  /**
   * Opens nothing yet.
   *
   * @param address the Bot API
   * @param concurrency calls that may be under way at once, at least 64 are allowed for
   */
  public TelegramConnection(TelegramAddress address, int concurrency) {
    this.address = address;
    // Not virtual ones: there are few calls at once, and each would cost a detour over a poller.
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("telegram-", 0).daemon().factory());
    this.client = client(threads, Math.max(64, concurrency));
  }

  private static OkHttpClient client(ExecutorService threads, int concurrency) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(concurrency);
    dispatcher.setMaxRequestsPerHost(concurrency);
    return new OkHttpClient.Builder()
        .protocols(List.of(Protocol.HTTP_1_1))
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(concurrency, IDLE.toSeconds(), TimeUnit.SECONDS))
        .connectTimeout(CONNECT)
        .writeTimeout(WRITE)
        .readTimeout(READ)
        .callTimeout(WHOLE_CALL)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .addInterceptor(new ReadAnswer())
        .addNetworkInterceptor(new MarkWritten())
        .build();
  }

  /** Where this leads to. */
  public TelegramAddress address() {
    return address;
  }

  /** The HTTP client for ordinary calls. */
  public OkHttpClient client() {
    return client;
  }

  /**
   * The same connections for calls that Telegram holds open.
   *
   * @param held how long Telegram may hold the answer back
   */
  public OkHttpClient patientClient(Duration held) {
    return client
        .newBuilder()
        .readTimeout(READ.plus(held))
        .callTimeout(WHOLE_CALL.plus(held))
        .build();
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    threads.shutdown();
    client.connectionPool().evictAll();
  }

  @Override
  public String toString() {
    return "TelegramConnection[" + address + ']';
  }
}
