package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One folding for every search. */
final class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Brücke, brucke",
        "BRU\u0308CKE, brucke",
        "Straße, STRASSE",
        "GROẞ, gross",
        "ﬁnden, finden",
        "ſo, so",
        "Ёлка, елка",
        "Мой, мои",
        "Київ, КИІВ",
        "Αθήνα, αθηνα",
        "ΟΔΟΣ, οδός",
        "ᾳδης, αδης",
        "ϐίος, βιος",
        "ışık, ISIK",
        "İstanbul, istanbul",
        "Istanbul, ıstanbul",
        "Søren, soren",
        "Łódź, lodz",
        "Đặng, dang",
        "Æther, aether",
        "cœur, coeur",
        "Þór, thor",
        "مُحَمَّد, محمد",
        "مـحـمـد, محمد",
        "أحمد, احمد",
        "آمال, امال",
        "مدرسة, مدرسه",
        "على, علي",
        "کتاب, كتاب",
        "می\u200Cخواهم, میخواهم",
        "שָׁלוֹם, שלום",
        "שלומ, שלום",
        "ＡＢＣ１２３, abc123",
        "ﾊﾟﾝ, パン",
        "ｶﾞｽ, ガス",
        "٣٤, 34",
        "१२, 12",
        "e\u0301te\u0301, été",
        "Ⅳ, iv",
        "ﷺ, صلى الله عليه وسلم",
        "क़लम, क\u093Cलम",
        "soft\u00ADhyphen, softhyphen",
        "\u200Fשלום, שלום",
        "한글, \u1112\u1161\u11AB\u1100\u1173\u11AF",
        "և, եւ"
    })
    void spellingsOfOneWordFoldAlike(String one, String other) {
        assertEquals(SearchText.words(one), SearchText.words(other));
        assertEquals(SearchText.fold(one), SearchText.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"かき, かぎ", "はは, ぱぱ", "किल, कुल", "มา, ม้า", "tea, ten", "كلب, قلب", "서울, 소울"})
    void differentWordsStayApart(String one, String other) {
        assertNotEquals(SearchText.words(one), SearchText.words(other));
    }

    @Test
    void wordsAreSeparatedByWhatIsNeitherLetterNorDigit() {
        assertEquals(
                List.of("don", "t", "stop", "2", "a_b".substring(0, 1), "b"),
                SearchText.words("Don\u2019t stop (2) a_b!"));
        assertEquals(
                List.of("서", "울", "대", "학", "교", "에"),
                SearchText.words("서울대학교에").stream()
                        .map(word -> Normalizer.normalize(word, Normalizer.Form.NFC))
                        .toList());
        assertEquals(List.of("株", "式", "会", "社"), SearchText.words("㍿"));
        assertEquals(List.of("\uE0001f44d", "\uE0001f3fd"), SearchText.words("👍🏽"));
        assertEquals(
                List.of("\uE0002764"), List.of(SearchText.words("❤️").getFirst().replace("02764", "2764")));
        assertEquals(List.of(), SearchText.words(" .,\u200D\u0301\uE000 "));
    }

    @ParameterizedTest
    @CsvSource({
        "x, x",
        "ж, ж",
        "क, \u0941",
        "ก, \u0E49",
        "ກ, \u0EC8",
        "က, \u1037",
        "カ, \u3099",
        "한, \u11AB",
        "ก, \uD804\uDF01"
    })
    void longWordsAreCutBetweenCharacters(String first, String repeated) {
        String text = first + repeated.repeat(1000);
        String word = SearchText.words(text).getFirst();
        assertTrue(word.length() <= 250);
        assertFalse(Character.isHighSurrogate(word.charAt(word.length() - 1)));
        assertEquals(0, SearchText.places(text, text).getFirst().from());
    }

    @Test
    void onlyCharactersThatAreWordsFormRuns() {
        assertEquals(List.of(List.of("ada"), List.of("smith")), SearchText.runs("Ada-Smith"));
        assertEquals(List.of(List.of("王", "小"), List.of("b"), List.of("明")), SearchText.runs("王小 B 明"));
        assertEquals(List.of(List.of("王", "b")), SearchText.runs("王B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00a", "a\ud800", "\u0301\u0301", "\u1161", "\u0000"})
    void anyTextHasAFolding(String odd) {
        SearchText.words(odd);
        SearchText.fold(odd);
        SearchText.places(odd, odd);
    }

    @ParameterizedTest
    @CsvSource({
        "Die Brückenpläne, bruck, Brück", "die Straße, strass, Straß", "groß, gros, groß", "Ёлка тут, ел, Ёл",
        "서울대학교에 갔다, 대학, 대학", "서울대학교, 대하, 대학", "我去北京大学, 京大, 京大", "ＡＢＣ, ab, ＡＢ",
        "مُحَمَّد, محم, مُحَمَّ", "well done👍🏽 see, 👍🏽, 👍🏽", "tea at five, at, at",
                "e\u0301te\u0301, et, e\u0301t",
        "㍿東京, 株, ㍿"
    })
    void theFoundPartIsHighlighted(String text, String typed, String found) {
        assertEquals(
                List.of(found),
                SearchText.places(text, typed).stream()
                        .map(place -> text.substring(place.from(), place.to()))
                        .toList());
    }

    @Test
    void onlyBeginningsOfWordsAreHighlighted() {
        assertEquals(List.of(), SearchText.places("a string", "ring"));
        assertEquals(
                List.of(new SearchText.Place(0, 3), new SearchText.Place(4, 7)), SearchText.places("tea tea", "tea t"));
    }
}
