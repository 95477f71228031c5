import "./main.css";
import htmx from "htmx.org";

import again from "./behaviours/again.js";
import ballot from "./behaviours/ballot.js";
import bulk from "./behaviours/bulk.js";
import checklist from "./behaviours/checklist.js";
import count from "./behaviours/count.js";
import draft from "./behaviours/draft.js";
import drop from "./behaviours/drop.js";
import filters from "./behaviours/filters.js";
import keys from "./behaviours/keys.js";
import length from "./behaviours/length.js";
import panel from "./behaviours/panel.js";
import print from "./behaviours/print.js";
import tabs from "./behaviours/tabs.js";
import theme from "./behaviours/theme.js";

// Nothing is evaluated and no style is written: the page's content security policy forbids both.
Object.assign(htmx.config, {
  allowEval: false,
  includeIndicatorStyles: false,
  historyCacheSize: 0,
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "409|422", swap: true },
    { code: "[45]..", swap: false, error: true },
  ],
});

for (const begin of [again, ballot, panel, filters, keys, theme, drop, draft, bulk, tabs, count, checklist, print, length]) begin(document);
