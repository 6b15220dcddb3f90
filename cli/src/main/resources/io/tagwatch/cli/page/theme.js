// Applies the chosen theme before anything is painted. Without a choice the system's holds.
(() => {
  "use strict";
  const CHOICES = ["system", "light", "dark"];
  const KEY = "tagwatch-theme";

  // A file opened from disk may have no storage; the choice then lasts as long as the page.
  const stored = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const store = (choice) => {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // Nothing to do: see above.
    }
  };

  let choice = CHOICES.includes(stored()) ? stored() : "system";
  const listeners = [];

  const apply = () => {
    if (choice === "system") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = choice;
    }
    listeners.forEach((listener) => listener(choice));
  };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
  apply();

  window.TagwatchTheme = {
    choice: () => choice,
    next() {
      choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
      store(choice);
      apply();
    },
    onChange: (listener) => listeners.push(listener),
  };
})();
