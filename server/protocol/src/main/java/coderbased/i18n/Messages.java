package coderbased.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.text.Bidi;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one module, in the current language. Safe for use from any thread.
 *
 * <p>Texts are parsed once per language. The pseudo-language {@link #PSEUDO} is made from the English texts.
 */
public final class Messages {

    /** English with accents on every letter, a filling of 40 % and brackets: what stays plain was left in code. */
    public static final Locale PSEUDO = Locale.of("en", "XA");

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static volatile Locale locale = Locale.ENGLISH;

    private final String bundle;
    private final ClassLoader loader;
    private volatile Language language;

    private Messages(Class<?> holder) {
        this.bundle = holder.getPackageName() + ".messages";
        this.loader = holder.getClassLoader();
        this.language = load(locale);
    }

    /**
     * Loads {@code messages.properties} of the holder's package.
     *
     * @throws MissingResourceException if there is none
     */
    public static Messages of(Class<?> holder) {
        return new Messages(holder);
    }

    /** Returns the language of all sentences; English at first. */
    public static Locale locale() {
        return locale;
    }

    /** Changes the language of all sentences that are looked up from now on. */
    public static void use(Locale chosen) {
        locale = chosen;
    }

    /** Loads the rules of the language on another thread: the first sentence with a number would wait for them. */
    public static void prepare() {
        Locale chosen = locale;
        Thread.ofPlatform().daemon().name("sentences").start(() -> {
            Sentence.parse("{count, plural, other {#}}", chosen).format("", Map.of("count", 1));
        });
    }

    /**
     * Returns a sentence.
     *
     * @param namesAndValues the arguments: a name, its value, the next name, and so on
     * @throws IllegalArgumentException if there is no such key, or if the arguments are not those of the text
     */
    public String text(String key, Object... namesAndValues) {
        Map<String, Object> arguments = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return sentence(key).format(key, arguments);
    }

    /** Returns the sentences without arguments as a bundle, for libraries that look texts up themselves. */
    public ResourceBundle bundle() {
        return new ResourceBundle() {
            @Override
            protected @Nullable Object handleGetObject(String key) {
                return current().texts().containsKey(key)
                                && sentence(key).names().isEmpty()
                        ? text(key)
                        : null;
            }

            @Override
            public Enumeration<String> getKeys() {
                return current().texts().getKeys();
            }
        };
    }

    /** Returns the names of all arguments of a text, those in its plural forms and choices included. */
    public static Set<String> argumentNames(String text) {
        MessagePattern pattern = new MessagePattern(text);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(pattern::getSubstring)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Sentence sentence(String key) {
        Language now = current();
        return now.parsed().computeIfAbsent(key, _ -> Sentence.parse(pattern(now, key), now.locale()));
    }

    private String pattern(Language now, String key) {
        if (!now.texts().containsKey(key)) {
            throw new IllegalArgumentException("no text with the key " + key + " in " + bundle);
        }
        String english = now.texts().getString(key);
        return now.locale().equals(PSEUDO) ? PseudoText.of(english) : english;
    }

    private Language current() {
        Language known = language;
        Locale wanted = locale;
        if (known.locale().equals(wanted)) {
            return known;
        }
        Language loaded = load(wanted);
        language = loaded;
        return loaded;
    }

    private Language load(Locale wanted) {
        return new Language(wanted, ResourceBundle.getBundle(bundle, wanted, loader, EXACT), new ConcurrentHashMap<>());
    }

    /** One language's texts, and those of them that are parsed already. */
    private record Language(Locale locale, ResourceBundle texts, Map<String, Sentence> parsed) {}

    /**
     * One parsed text. ICU's formats are not safe for several threads, so the use of one is guarded.
     *
     * @param format null if the text is shown as it is
     * @param leftToRight true if its own words run from left to right; false too if it has none
     */
    private record Sentence(String text, @Nullable MessageFormat format, Set<String> names, boolean leftToRight) {

        /** Makes a text that begins with a name in another direction run in its own (UAX 9, LRM). */
        private static final String LEFT_TO_RIGHT_MARK = "\u200E";

        static Sentence parse(String text, Locale locale) {
            boolean plain = text.indexOf('{') < 0 && text.indexOf('\'') < 0;
            return new Sentence(
                    text, plain ? null : new MessageFormat(text, locale), argumentNames(text), isLeftToRight(text));
        }

        private static boolean isLeftToRight(String text) {
            return text.replaceAll("\\{[^{}]*}", "")
                    .codePoints()
                    .filter(Character::isLetter)
                    .mapToObj(Character::getDirectionality)
                    .findFirst()
                    .filter(first -> first == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                    .isPresent();
        }

        String format(String key, Map<String, Object> arguments) {
            if (!names.equals(arguments.keySet())) {
                throw new IllegalArgumentException(
                        "the text " + key + " has the arguments " + names + ", given were " + arguments.keySet());
            }
            if (format == null) {
                return text;
            }
            String said;
            synchronized (format) {
                said = format.format(arguments);
            }
            return leftToRight && beginsFromTheRight(said) ? LEFT_TO_RIGHT_MARK + said : said;
        }

        private static boolean beginsFromTheRight(String text) {
            return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                    && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        }
    }
}
