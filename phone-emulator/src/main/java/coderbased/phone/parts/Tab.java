package coderbased.phone.parts;

/** The four places of the phone that a person can go to. */
public enum Tab {
    CHATS,
    SCAN,
    DEVICES,
    SETTINGS
}
