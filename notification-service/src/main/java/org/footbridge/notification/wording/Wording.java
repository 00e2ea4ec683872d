package org.footbridge.notification.wording;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes a letter, named like its templates, in {@code en} or {@code es}. Its title is the same in the mail and in the inbox. */
@ApplicationScoped
public class Wording {
    private static final Set<String> LANGUAGES = Set.of("en", "es");
    private static final String OTHERWISE = "en";

    private final Engine templates;

    public Wording(Engine templates) {
        this.templates = templates;
    }

    /**
     * The language that a letter is written in for somebody.
     *
     * @param tag BCP 47, or {@code null}
     */
    public static String language(String tag) {
        String primary = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return LANGUAGES.contains(primary) ? primary : OTHERWISE;
    }

    public String title(String letter, String language) {
        return template("title/" + letter + "_" + language + ".txt").render().strip();
    }

    public String text(String letter, String language, Map<String, ?> data) {
        return filled("mail/" + letter + "_" + language + ".txt", language, data)
                .render()
                .strip();
    }

    public String html(String letter, String language, Map<String, ?> data) {
        return filled("mail/" + letter + "_" + language + ".html", language, data)
                .data("subject", title(letter, language))
                .render();
    }

    /** A text message: a sentence or two, and no link that somebody else could follow. */
    public String sms(String letter, String language) {
        return template("sms/" + letter + "_" + language + ".txt").render().strip();
    }

    private TemplateInstance filled(String name, String language, Map<String, ?> data) {
        TemplateInstance template = template(name).data("language", language);
        data.forEach(template::data);
        return template;
    }

    private TemplateInstance template(String name) {
        return templates.getTemplate(name).instance();
    }
}
