package coderbased.node;

import coderbased.chat.AccountLimits;
import coderbased.chat.AccountLimits.PerDay;
import coderbased.chat.AccountLimits.Rate;
import coderbased.chat.ChatLimits;
import coderbased.files.FileLimits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that limit one account. */
final class AccountOptions {

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
            description =
                    "Messages that an account may send per minute in the long run, over all its devices (default:"
                            + " ${DEFAULT-VALUE}). A sixth of them may come at once. Apps send what is too fast a moment later.")
    private int messagesPerMinute;

    @Option(
            names = "--messages-per-day",
            paramLabel = "NUMBER",
            defaultValue = "10000",
            description =
                    "Messages, edits and reactions of an account per day (default: ${DEFAULT-VALUE}). A day begins"
                            + " at midnight UTC.")
    private int messagesPerDay;

    @Option(
            names = "--new-chats-per-day",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description =
                    "Conversations and groups that an account may begin per day (default: ${DEFAULT-VALUE}). It may"
                            + " add ten times as many people to groups.")
    private int newChatsPerDay;

    @Option(
            names = "--text-per-account",
            paramLabel = "SIZE",
            defaultValue = "200MB",
            converter = AmountOfData.class,
            description = "Text of messages that an account may have on the server (default: ${DEFAULT-VALUE}).")
    private long textPerAccount;

    @Option(
            names = "--groups-without-asking",
            description = "Anybody can add anybody to a group. Without it, people are asked first by those they never"
                    + " wrote to.")
    private boolean groupsWithoutAsking;

    @Option(
            names = "--files-per-account",
            paramLabel = "SIZE",
            defaultValue = "2GB",
            converter = AmountOfData.class,
            description = "Pictures and other files that a person may have on the server (default: ${DEFAULT-VALUE}).")
    private long filesPerAccount;

    /** What was chosen. */
    Settings.Limits limits() {
        return new Settings.Limits(
                ChatLimits.standard().withAccounts(accounts()),
                FileLimits.standard().withBytesPerAccount(filesPerAccount));
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
            throw new ParameterException(spec.commandLine(), name + ": " + number + " is too few. Choose 1 or more.");
        }
    }
}
