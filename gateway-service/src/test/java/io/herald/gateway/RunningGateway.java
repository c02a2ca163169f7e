package io.herald.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.TestKafka;
import io.herald.backends.TestRedis;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;

/** A gateway on a free port, as an operator runs it, in front of a real Kafka and a real Redis. */
public final class RunningGateway implements AutoCloseable {

  /** The secret of the bot {@code main}. */
  public static final String SECRET = "main-secret_1";

  /** The secret of the bot {@code alerts}. */
  public static final String ALERTS_SECRET = "alerts-secret_2";

  /** A key of the program {@code shop}, which may send. */
  public static final String SENDER_KEY = "key-of-the-shop";

  /** A key of the program {@code screen}, which may only look. */
  public static final String READER_KEY = "key-of-the-screen";

  /** A key of the program {@code desk}, which looks after people's accounts. */
  public static final String ACCOUNT_KEY = "key-of-the-desk";

  /** A key of the program {@code console}, which may do everything. */
  public static final String ADMIN_KEY = "key-of-the-console";

  /** A key of a program {@code crowd} that asks for more than its share. */
  public static final String CROWD_KEY = "key-of-the-crowd";

  /** Where it looks for the files of jobs. */
  public static final Path JOBS = Path.of("target/test-jobs");

  private static final List<String> SETTINGS =
      List.of(
          "SERVER_PORT=0",
          "TELEGRAM_BOT_TOKEN=123456:MAIN-token",
          "TELEGRAM_WEBHOOK_SECRET=" + SECRET,
          "herald.bots.alerts.token=654321:ALERTS-token",
          "herald.bots.alerts.webhook-secret=" + ALERTS_SECRET,
          // So that a test chooses by X-Forwarded-For whose requests it makes.
          "herald.webhook.trusted-proxies=127.0.0.0/8",
          "herald.api.keys="
              + apiKey("shop", SENDER_KEY, "notify.send")
              + ';'
              + apiKey("screen", READER_KEY, "notify.read")
              + ';'
              + apiKey("desk", ACCOUNT_KEY, "account")
              + ';'
              + apiKey("console", ADMIN_KEY, "admin")
              + ';'
              + apiKey("crowd", CROWD_KEY, "account"),
          // Parts of the gateway may then mint people's tokens for a test.
          "herald.live.heartbeat=500ms",
          "herald.jwt.secret=a-secret-that-is-as-long-as-its-hash",
          "herald.signing.secret=a-secret-that-links-are-signed-with",
          "herald.jobs.folder=" + JOBS,
          "TELEGRAM_API_URL=http://127.0.0.1:1");

  private final ConfigurableApplicationContext context;
  private final String bootstrapServers;

  private RunningGateway(TestKafka kafka, TestRedis redis, String... settings) {
    Stream<String> backends =
        Stream.of(
            "KAFKA_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers(), "REDIS_URL=" + redis.url());
    String[] arguments =
        Stream.of(SETTINGS.stream(), backends, Arrays.stream(settings))
            .flatMap(given -> given)
            .collect(Collectors.toMap(RunningGateway::name, "--"::concat, (_, later) -> later))
            .values()
            .stream()
            .toArray(String[]::new);
    this.bootstrapServers = kafka.bootstrapServers();
    var application = new SpringApplication(GatewayService.class);
    application.addInitializers(RunningGateway::giveOwnThreads);
    this.context = application.run(arguments);
    await().atMost(Duration.ofMinutes(1)).until(this::isReady);
  }

  /** An entry of {@code HERALD_API_KEYS}. */
  public static String apiKey(String name, String key, String scopes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return name + '=' + HexFormat.of().formatHex(hash) + ':' + scopes;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The gateway that the tests of this JVM share; nobody stops what it stands on. */
  public static RunningGateway shared() {
    return Shared.INSTANCE;
  }

  /** A gateway of the caller's own; later settings win. */
  public static RunningGateway start(TestKafka kafka, TestRedis redis, String... settings) {
    return new RunningGateway(kafka, redis, settings);
  }

  /** Its address, without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Its port on the loopback address. */
  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** One of its parts. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** The addresses that it has, but for the webhook's. */
  public List<RouterFunction<?>> routes() {
    return context.getBeanProvider(RouterFunction.class).stream()
        .<RouterFunction<?>>map(it -> it)
        .toList();
  }

  /** What it published; to be closed. */
  public PublishedUpdates published() {
    return new PublishedUpdates(bootstrapServers);
  }

  /** What lies on that topic; to be closed. */
  public PublishedRecords publishedOn(String topic) {
    return new PublishedRecords(bootstrapServers, topic);
  }

  /** The notifications that it published; to be closed. */
  public PublishedNotifications publishedNotifications() {
    return new PublishedNotifications(bootstrapServers);
  }

  @Override
  public void close() {
    context.close();
  }

  private static String name(String setting) {
    return setting.substring(0, setting.indexOf('='));
  }

  // The event loops that contexts share by default end with the first context that is closed.
  /** A context that closes would end the event loops that are everybody's. */
  static void giveOwnThreads(ConfigurableApplicationContext context) {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    ((GenericApplicationContext) context)
        .registerBean(ReactorResourceFactory.class, () -> resources);
  }

  private boolean isReady() {
    return new WebhookClient(this).get("/actuator/health/readiness").statusCode() == 200;
  }

  private static final class Shared {
    // A machine that is busy with other things answers late: none of what is tested.
    static final RunningGateway INSTANCE =
        start(Backends.kafka(), Backends.redis(), "spring.data.redis.timeout=5s");
  }
}
