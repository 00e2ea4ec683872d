package org.footbridge.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.FreePorts;
import org.footbridge.common.testsupport.KafkaServer;
import org.footbridge.common.testsupport.KeycloakServer;
import org.footbridge.common.testsupport.LocalServer;
import org.footbridge.common.testsupport.PostgresServer;
import org.footbridge.common.testsupport.Provisioning;
import org.footbridge.local.mail.MailSink;

/** Makes the servers of one stack and tells each what it must know of the others. */
final class Assembly {

    private static final String CLIENT_SECRET = "FOOTBRIDGE_CLIENT_SECRET";
    private static final String SECRETS_KEY_ID = "k1";

    /**
     * Starts in two thirds of the time and holds an eighth less; what it makes runs slower, which nobody waits for here. Only
     * what is called often is compiled: compiled code was a tenth of what a service holds.
     */
    private static final List<String> QUICK_COMPILER =
            List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=4");

    private final Path root;
    private final StateDirectory state;
    private final Ports ports;
    private final Secrets secrets;
    private final List<String> compiler;
    private final Consumer<String> progress;

    /** @param optimizing whether the JVMs use their optimizing compiler, as in production */
    Assembly(Path root, StateDirectory state, Ports ports, boolean optimizing, Consumer<String> progress) {
        this.root = root;
        this.state = state;
        this.ports = ports;
        this.secrets = new Secrets(state.secrets());
        this.compiler = optimizing ? List.of() : QUICK_COMPILER;
        this.progress = progress;
    }

    LocalServer server(Part part) {
        return switch (part) {
            case POSTGRES -> postgres();
            case KAFKA -> kafka();
            case KEYCLOAK -> keycloak();
            case SMTP -> new MailSink(ports.of(Port.SMTP), ports.of(Port.MAILS));
            case DIRECTORY, REFERRAL, NOTIFICATION, FEEDBACK, GATEWAY ->
                service(part, ports.of(part.ports().getFirst()), state.log(part), compiler);
        };
    }

    /** One more of a service, on a free port; the last of two options that contradict each other holds. */
    LocalServer copy(Part service, List<String> jvmOptions) {
        Path log = state.log(service);
        List<String> options =
                Stream.concat(compiler.stream(), jvmOptions.stream()).toList();
        return service(service, FreePorts.next(), log.resolveSibling("copy-of-" + log.getFileName()), options);
    }

    private LocalServer service(Part part, int port, Path log, List<String> options) {
        return new ServiceServer(part, root.resolve(part.partName()), port, log, options, environment(part));
    }

    private List<String> options(Part part) {
        return Stream.concat(part.jvmOptions().stream(), compiler.stream()).toList();
    }

    Provisioning provisioning(Part service) {
        String name = service.shortName();
        return Provisioning.of(
                name, secrets.password("database." + name + ".owner"), secrets.password("database." + name + ".app"));
    }

    String superuserPassword() {
        return secrets.password("database.superuser");
    }

    String issuer() {
        return "http://localhost:" + ports.of(Port.KEYCLOAK) + "/realms/" + KeycloakServer.REALM;
    }

    private PostgresServer postgres() {
        return PostgresServer.builder()
                .dataDirectory(state.data(Part.POSTGRES))
                .logFile(state.log(Part.POSTGRES))
                .port(ports.of(Port.POSTGRES))
                .password(superuserPassword())
                // for whoever wants to know what is asked how often, the benches first
                .setting("shared_preload_libraries", "pg_stat_statements")
                .build();
    }

    private KafkaServer kafka() {
        return KafkaServer.builder()
                .dataDirectory(state.data(Part.KAFKA))
                .logFile(state.log(Part.KAFKA))
                .port(ports.of(Port.KAFKA))
                .controllerPort(ports.of(Port.KAFKA_CONTROLLER))
                .jvmOptions(options(Part.KAFKA))
                .build();
    }

    private KeycloakServer keycloak() {
        return KeycloakServer.builder(root.resolve("deploy/keycloak/footbridge-realm.json"))
                .replace(CLIENT_SECRET, clientSecret())
                .dataDirectory(state.data(Part.KEYCLOAK))
                .logFile(state.log(Part.KEYCLOAK))
                .port(ports.of(Port.KEYCLOAK))
                .adminPassword(secrets.password("keycloak.admin"))
                .jvmOptions(options(Part.KEYCLOAK))
                .progress(step -> progress.accept("keycloak: " + step))
                .build();
    }

    private String clientSecret() {
        return secrets.password("client.notification-service");
    }

    private Map<String, String> environment(Part service) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("FOOTBRIDGE_ISSUER", issuer());
        for (Port port : List.of(Port.REFERRAL, Port.DIRECTORY, Port.FEEDBACK, Port.NOTIFICATION)) {
            environment.put("FOOTBRIDGE_URL_" + port.name(), "http://" + ports.address(port));
        }
        if (service.hasDatabase()) {
            Provisioning provisioning = provisioning(service);
            environment.put("FOOTBRIDGE_DATABASE_ADDRESS", ports.address(Port.POSTGRES));
            environment.put("FOOTBRIDGE_DATABASE_APP_PASSWORD", provisioning.appPassword());
            environment.put("FOOTBRIDGE_DATABASE_OWNER_PASSWORD", provisioning.ownerPassword());
            environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.address(Port.KAFKA));
            environment.put("FOOTBRIDGE_CURSOR_KEY", secrets.key("cursor." + service.shortName()));
        }
        if (service == Part.REFERRAL) {
            environment.put("FOOTBRIDGE_SECRETS_KEY_ID", SECRETS_KEY_ID);
            environment.put("FOOTBRIDGE_SECRETS_KEYS_K1", secrets.key("secrets.referral." + SECRETS_KEY_ID));
            environment.put("FOOTBRIDGE_URL_PUBLIC", "http://" + ports.address(Port.GATEWAY));
        }
        if (service == Part.NOTIFICATION) {
            environment.put("FOOTBRIDGE_SECRETS_KEY_ID", SECRETS_KEY_ID);
            environment.put("FOOTBRIDGE_SECRETS_KEYS_K1", secrets.key("secrets." + SECRETS_KEY_ID));
            environment.put(CLIENT_SECRET, clientSecret());
            environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
            environment.put("QUARKUS_MAILER_PORT", Integer.toString(ports.of(Port.SMTP)));
            // the webhook receivers of the demo and the tests stand on this machine
            environment.put("FOOTBRIDGE_WEBHOOKS_ALLOW_CIDRS", "127.0.0.0/8");
            // the bench of webhooks sends to a hundred at once
            environment.put("FOOTBRIDGE_WEBHOOKS_ENDPOINTS_PER_OWNER", "100");
        }
        return environment;
    }
}
