package coderbased.desktop;

/** What the window shows, as a ViewModel. A view's switch over these has no {@code default}. */
sealed interface Screen
        permits ConnectingViewModel,
                GuestViewModel,
                LoginUnavailableViewModel,
                PausedViewModel,
                ScannedViewModel,
                ReinitialisingViewModel,
                SignedInViewModel,
                StoppedViewModel {}
