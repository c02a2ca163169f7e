package io.herald.system.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test with processes of its own. It runs before those of the {@link SharedStack}, which
 * stays up once it is started and would take its share of the cores.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(1)
@ExtendWith(TellsWhereLogsAre.class)
public @interface OwnStack {}
