package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.auth.passwords.PasswordCost;
import coderbased.chat.AccountLimits;
import coderbased.chat.AccountLimits.PerDay;
import coderbased.chat.AccountLimits.Rate;
import coderbased.chat.ChatLimits;
import coderbased.files.FileLimits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that limit one account, and the desktops that wait. */
final class LimitOptions {

    /** A burst is what may be sent in ten seconds. */
    private static final int BURSTS_PER_MINUTE = 6;

    private static final int PEOPLE_PER_CONVERSATION = 10;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--messages-per-minute",
            paramLabel = "NUMBER",
            defaultValue = "600",
            descriptionKey = "options.messagesPerMinute")
    private int messagesPerMinute;

    @Option(
            names = "--messages-per-day",
            paramLabel = "NUMBER",
            defaultValue = "10000",
            descriptionKey = "options.messagesPerDay")
    private int messagesPerDay;

    @Option(
            names = "--new-chats-per-day",
            paramLabel = "NUMBER",
            defaultValue = "50",
            descriptionKey = "options.newChatsPerDay")
    private int newChatsPerDay;

    @Option(
            names = "--text-per-account",
            paramLabel = "SIZE",
            defaultValue = "200MB",
            converter = AmountOfData.class,
            descriptionKey = "options.textPerAccount")
    private long textPerAccount;

    @Option(names = "--groups-without-asking", descriptionKey = "options.groupsWithoutAsking")
    private boolean groupsWithoutAsking;

    @Option(
            names = "--files-per-account",
            paramLabel = "SIZE",
            defaultValue = "2GB",
            converter = AmountOfData.class,
            descriptionKey = "options.filesPerAccount")
    private long filesPerAccount;

    @Option(
            names = "--waiting-desktops",
            paramLabel = "NUMBER",
            defaultValue = "5000",
            descriptionKey = "options.waitingDesktops")
    private int waitingDesktops;

    /** Returns the chosen limits. */
    Settings.Limits limits() {
        requirePositive("--waiting-desktops", waitingDesktops);
        return new Settings.Limits(
                ChatLimits.standard().withAccounts(accounts()).withGuests(waitingDesktops),
                FileLimits.standard().withBytesPerAccount(filesPerAccount),
                PasswordCost.ofThisHeap());
    }

    private AccountLimits accounts() {
        requirePositive("--messages-per-minute", messagesPerMinute);
        requirePositive("--messages-per-day", messagesPerDay);
        requirePositive("--new-chats-per-day", newChatsPerDay);
        return AccountLimits.standard()
                .withChanges(new Rate(Math.max(1, messagesPerMinute / BURSTS_PER_MINUTE), messagesPerMinute))
                .withPerDay(new PerDay(messagesPerDay, newChatsPerDay, (long) PEOPLE_PER_CONVERSATION * newChatsPerDay))
                .withTextBytes(textPerAccount)
                .withAsksStrangers(!groupsWithoutAsking);
    }

    private void requirePositive(String name, int number) {
        if (number <= 0) {
            throw new ParameterException(
                    spec.commandLine(), MESSAGES.text("options.tooLow", "option", name, "number", number));
        }
    }
}
