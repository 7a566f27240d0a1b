// Mistakes that TypeScript has to find: an expectation that is not fulfilled is itself an error.
import { assess, defaultRuleset, parseFigure } from "shifan";

// @ts-expect-error no such track
assess({ track: "parks", stage: "creation" });
// @ts-expect-error no such stage
assess({ track: "park", stage: "soon" });
// @ts-expect-error the stage is missing
assess({ track: "park" });
// @ts-expect-error no such key
assess({ track: "park", stage: "creation", figure: {} });
// @ts-expect-error a figure is a number or a text
assess({ track: "park", stage: "creation", figures: { employees: true } });
// @ts-expect-error a series has three years
assess({ track: "park", stage: "creation", figures: { revenue: [1, 2, 3, 4] } });
// @ts-expect-error a line of a tally has a kind
assess({ track: "park", stage: "creation", figures: { patents: [{ count: 1 }] } });
// @ts-expect-error an override has a threshold or a weight
assess({ track: "park", stage: "creation" }, { overrides: [{ indicator: "park.talent" }] });
// @ts-expect-error a ruleset that extends none is whole
assess({ track: "park", stage: "creation" }, { ruleset: { id: "own" } });
// @ts-expect-error no such unit
parseFigure("1", "miles");
// @ts-expect-error no such verdict
assess({ track: "park", stage: "creation" }).verdict === "passed";
// @ts-expect-error the ruleset may be a text only after JSON.parse
assess({ track: "park", stage: "creation" }, { ruleset: JSON.stringify(defaultRuleset()) });
// @ts-expect-error a report has no such part
assess({ track: "park", stage: "creation" }).ranking;
