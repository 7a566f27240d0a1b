// Every engine of the comparison; ours first, as the others are told in its terms.
import * as shifan from "./shifan.mjs";
import * as byHand from "./by-hand.mjs";
import * as jsonLogic from "./json-logic-engine.mjs";
import * as jsonRules from "./json-rules-engine.mjs";
import * as zen from "./zen.mjs";
import * as datalogic from "./datalogic.mjs";
import * as publicodes from "./publicodes.mjs";

export const ours = shifan;
export const others = [byHand, jsonLogic, jsonRules, zen, datalogic, publicodes];
