package coderbased.phone.parts;

/** The four tabs of the phone. */
public enum Tab {
    CHATS,
    SCAN,
    DEVICES,
    SETTINGS
}
