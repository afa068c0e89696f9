package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {

    private final Times times =
            new Times(Clock.fixed(Instant.parse("2026-11-22T00:30:00Z"), ZoneId.of("Europe/Berlin")), Locale.UK);

    @Test
    void todayFollowsTheClocksZone() {
        assertEquals("Today", times.dayName(Instant.parse("2026-11-21T23:10:00Z")));
        assertEquals("Yesterday", times.dayName(Instant.parse("2026-11-21T22:50:00Z")));
    }

    @Test
    void lastWeekUsesWeekdays() {
        assertEquals("Monday", times.dayName(Instant.parse("2026-11-16T12:00:00Z")));
        assertEquals("15 Nov 2026", times.dayName(Instant.parse("2026-11-15T12:00:00Z")));
    }

    @Test
    void listShowsTheTimeOfTodayAndOtherwiseTheDay() {
        assertEquals("01:05", times.brief(Instant.parse("2026-11-22T00:05:00Z")));
        assertEquals("Yesterday", times.brief(Instant.parse("2026-11-21T10:00:00Z")));
    }

    @Test
    void sentenceContainsDayAndTime() {
        assertEquals("today at 01:05", times.inSentence(Instant.parse("2026-11-22T00:05:00Z")));
        assertEquals("on Monday at 13:00", times.inSentence(Instant.parse("2026-11-16T12:00:00Z")));
    }

    @Test
    void futureTimeIsADate() {
        assertEquals("on 24 Nov 2026 at 10:00", times.inSentence(Instant.parse("2026-11-24T09:00:00Z")));
    }
}
