package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong value stops the installation with a message that names it. */
class WrongValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gateway.replicas                   | two              | /gateway/replicas
          gateway.replcas                    | 3                | replcas
          worker.env.lower                   | x                | lower
          kafka.topics.partitions            | 0                | /kafka/topics/partitions
          kafka.security.protocol            | TLS              | /kafka/security/protocol
          kafka.bootstrapServers             | kafka            | /kafka/bootstrapServers
          redis.url                          | http://redis     | /redis/url
          redis.url                          | redis://:pw@redis:6379 | /redis/url
          publicUrl                          | herald           | /publicUrl
          telegram.ingest                    | push             | /telegram/ingest
          image.user                         | 0                | /image/user
          drain.seconds                      | 5                | /drain/seconds
          gateway.canary.weight              | 101              | /gateway/canary/weight
          worker.disruptionBudget.maxUnavailable | 0            | /worker/disruptionBudget/maxUnavailable
          bot.resources.limits.memory        | much             | /bot/resources/limits/memory
          ingress.controller                 | apache           | /ingress/controller
          jobsFolder.accessMode              | ReadOnlyMany     | /jobsFolder/accessMode
          jobsFolder.size                    | much             | /jobsFolder/size
          scheduler.internet                 | sometimes        | /scheduler/internet
          scheduler.scripts                  | disk.sh          | /scheduler/scripts
          scheduler.tmpSize                  | much             | /scheduler/tmpSize
          scheduler.autoscaling.maxReplicas  | 0                | /scheduler/autoscaling/maxReplicas
          scheduler.keda.enabled             | true             | keda
          unknown                            | x                | unknown
          """)
  void theSchemaNamesIt(String key, String value, String named) {
    assertThatThrownBy(() -> Chart.of("own-kafka-and-redis", key, value))
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          own-kafka-and-redis | kafka.trial.enabled       | true  | kafka.bootstrapServers: names your own Kafka
          own-kafka-and-redis | redis.trial.enabled       | true  | redis.url: names your own Redis
          own-kafka-and-redis | kafka.bootstrapServers    |       | kafka.bootstrapServers: name your Kafka
          own-kafka-and-redis | redis.url                 |       | redis.url: name your Redis
          own-kafka-and-redis | secrets.existingSecret    |       | secrets.existingSecret: name the Secret
          own-kafka-and-redis | secrets.values.HERALD_JWT_SECRET | x | secrets: only one of
          own-kafka-and-redis | secrets.externalSecret.enabled | true | secrets: only one of
          own-kafka-and-redis | kafka.security.tls.secret | x     | kafka.security.tls.secret: is of use
          own-kafka-and-redis | redis.tls.secret          | x     | redis.tls.secret: is of use
          own-kafka-and-redis | bot.replicas              | 7     | bot.replicas: 7 is more than the 6 partitions
          own-kafka-and-redis | telegram.ingest           | polling | gateway.replicas: with telegram.ingest=polling
          own-kafka-and-redis | ingress.enabled           | true  | ingress.host: name the host
          own-kafka-and-redis | httpRoute.enabled         | true  | httpRoute.parentRefs: name the Gateway
          own-kafka-and-redis | gateway.canary.enabled    | true  | gateway.canary.enabled: its share
          own-kafka-and-redis | env.TELEGRAM_BOT_TOKEN    | x     | env.TELEGRAM_BOT_TOKEN: is a secret
          own-kafka-and-redis | worker.env.REDIS_PASSWORD | x     | worker.env.REDIS_PASSWORD: is a secret
          own-kafka-and-redis | scheduler.jobs.hello      | x     | scheduler.jobs: one of the files
          own-kafka-and-redis | scheduler.replicas        | 7     | scheduler.replicas: 7 is more than the 6 partitions
          own-kafka-and-redis | scheduler.env.HERALD_SIGNING_SECRET | x | scheduler.env.HERALD_SIGNING_SECRET: is a secret
          everything          | scheduler.autoscaling.maxReplicas | 13 | scheduler.autoscaling.maxReplicas: 13 is more
          everything          | scheduler.autoscaling.minReplicas | 4 | scheduler.autoscaling.minReplicas: is more than
          everything          | jobsFolder.accessMode     | ReadWriteOnce | jobsFolder.accessMode: several
          canary              | gateway.canary.tag        |       | gateway.canary.tag: name the version
          everything          | ingress.tls.issuer        | own   | ingress.tls.issuer: ingress.tls.clusterIssuer
          everything          | worker.keda.enabled       | true  | worker.keda.enabled: worker.autoscaling is on
          everything          | bot.autoscaling.minReplicas | 9   | bot.autoscaling.minReplicas: is more than
          everything          | kafka.security.tls.key    |       | kafka.security.tls.key: name the key
          keda                | worker.keda.maxReplicas   | 20    | worker.keda.maxReplicas: 20 is more than
          keda                | bot.keda.minReplicas      | 7     | bot.keda.minReplicas: is more than
          trial               | kafka.topics.job.enabled  | true  | kafka.topics.job.enabled: in the Kafka of
          trial               | kafka.security.protocol   | SSL   | kafka.security.protocol: the Kafka of
          external-secret     | secrets.externalSecret.store.name | | secrets.externalSecret.store.name: name
          external-secret     | jobsFolder.accessMode     | ReadWriteOnce | jobsFolder.accessMode: several
          """)
  void aContradictionIsNamed(String values, String key, String value, String message) {
    var template = Chart.template(values).set(key, value == null ? "" : value);
    if (values.equals("external-secret") && key.equals("jobsFolder.accessMode")) {
      template.set("scheduler.replicas", "2");
    }

    assertThatThrownBy(template::call).hasMessageContaining(message);
  }
}
