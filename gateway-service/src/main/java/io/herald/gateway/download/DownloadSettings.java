package io.herald.gateway.download;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the files lie that are handed out.
 *
 * @param folder {@code HERALD_JOBS_FOLDER}: holds a folder for each job, made by the scheduler; it
 *     need not exist yet
 */
@ConfigurationProperties("herald.jobs")
record DownloadSettings(@DefaultValue("data/jobs") Path folder) {}
