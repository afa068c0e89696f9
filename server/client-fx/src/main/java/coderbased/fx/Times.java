package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.i18n.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Readable times, in the clock's zone and the user's notation. */
public final class Times {

    private static final int DAYS_BY_NAME = 6;

    private final Clock clock;
    private final Locale locale;
    private final DateTimeFormatter hours;

    public Times(Clock clock) {
        this(clock, Locale.getDefault(Locale.Category.FORMAT));
    }

    Times(Clock clock, Locale locale) {
        this.clock = clock;
        this.locale = locale;
        this.hours = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(clock.getZone());
    }

    /** Returns the day of a time, in the clock's zone. */
    public LocalDate day(Instant at) {
        return at.atZone(clock.getZone()).toLocalDate();
    }

    /** Returns the current day, in the clock's zone. */
    public LocalDate today() {
        return day(clock.instant());
    }

    /** Formats hours and minutes, for example {@code 14:03}. */
    public String time(Instant at) {
        return hours.format(at);
    }

    /** Returns "Today", "Yesterday", the weekday within the last week, or the date. */
    public String dayName(Instant at) {
        LocalDate day = day(at);
        LocalDate today = today();
        if (day.equals(today)) {
            return MESSAGES.text("time.today");
        }
        if (day.equals(today.minusDays(1))) {
            return MESSAGES.text("time.yesterday");
        }
        if (day.isBefore(today) && !day.isBefore(today.minusDays(DAYS_BY_NAME))) {
            return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Messages.locale());
        }
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    /** Returns the shortest form for a list: the time of today, or else the day. */
    public String brief(Instant at) {
        return day(at).equals(today()) ? time(at) : dayName(at);
    }

    /** Returns date, time to the second, and time zone, for a record that is read elsewhere and later. */
    public String exact(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atZone(clock.getZone()));
    }

    /**
     * Returns the form for a sentence: {@code today at 14:03}, {@code on Monday at 14:03},
     * {@code on 3 Nov 2026 at 14:03}.
     */
    public String inSentence(Instant at) {
        LocalDate day = day(at);
        if (day.equals(today())) {
            return MESSAGES.text("time.todayAt", "time", time(at));
        }
        if (day.equals(today().minusDays(1))) {
            return MESSAGES.text("time.yesterdayAt", "time", time(at));
        }
        return MESSAGES.text("time.dayAt", "day", dayName(at), "time", time(at));
    }
}
