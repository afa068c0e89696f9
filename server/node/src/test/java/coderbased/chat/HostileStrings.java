package coderbased.chat;

import java.util.List;
import java.util.stream.Collectors;

/** Strings that people, or programs, may put where a text is expected. */
final class HostileStrings {

    static final List<String> ALL = List.of(
            "plain",
            "",
            " ",
            "\t",
            " begins and ends with blanks ",
            "two\nlines",
            "\r\n",
            "\u2028",
            "\u2029",
            "\u0085",
            "\u0000",
            "a\u0000b",
            "\u0001\u0007\u001b[31m",
            "\u007f",
            "\u202Eevil",
            "\u2066isolated\u2069",
            "\u200B",
            "zero\u200Bwidth",
            "\u200D",
            "\uFEFFmark",
            "\u00AD",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "half \uD83D here",
            "\uDE00\uD83D",
            "\uDBFF\uDFFF",
            "\uFFFF",
            "\uFFFE",
            "\uFDD0",
            "\uFFFD",
            "e\u0301",
            "\u00e9",
            "\ufb01",
            "\u0130i\u0307\u0131I",
            "\u05d0\u05d1\u05d2 abc",
            "\u0627\u0644\u0633\u0644\u0627\u0645",
            "\u6771\u4eac\u90fd",
            "\ud835\udd4f\ud835\udd50",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66",
            "\ud83c\udde9\ud83c\uddea\ud83c\uddeb\ud83c\uddf7",
            "a" + "\u0301".repeat(400),
            "\u0e01" + "\u0e49".repeat(60),
            "'; DROP TABLE messages; --",
            "\" OR \"1\"=\"1",
            "NEAR(a b, 5)",
            "a* AND -b OR NOT ^c : {d}",
            "%_\\",
            "<script>alert(1)</script>",
            "&lt;&amp;&#0;",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}} %s %n %99999d",
            "\\u0000\\ud83d",
            "../../etc/passwd",
            "..\\..\\CON",
            "-rf /",
            ".",
            "null",
            "x".repeat(64),
            "x".repeat(65),
            "x".repeat(9_000),
            "\u20ac".repeat(2_800),
            "\ud835\udd4f".repeat(64),
            "word ".repeat(120));

    private HostileStrings() {}

    /** Returns how one of them is called where somebody has to read it. */
    static String called(String text) {
        String start = text.chars()
                .limit(24)
                .mapToObj(each ->
                        each >= ' ' && each < 127 ? String.valueOf((char) each) : String.format("\\u%04x", each))
                .collect(Collectors.joining());
        return start + " (" + text.length() + ")";
    }
}
