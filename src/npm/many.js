
/**
 * Assesses many submissions under one set of rules: one a line of JSON (JSON Lines), or as objects. Gives each line's number and its
 * report, in order and as it is asked for, or the Error for which there is none; every other line has its report all the same.
 */
export function assessMany(lines, options) {
    // Before the first line is asked for: options that do not hold together throw right here.
    const screening = new Screening(options);
    return assessEach(screening, typeof lines === "string" ? lines.split("\n") : lines);
}

async function* assessEach(screening, lines) {
    let line = 0;
    try {
        for await (const given of lines) {
            line += 1;
            const text = line === 1 && typeof given === "string" ? given.replace(/^\uFEFF/, "") : given;
            if (typeof text === "string" && !text.trim()) continue;
            let found;
            try {
                found = { line, report: screening.assess(typeof text === "string" ? JSON.parse(text) : text) };
            } catch (error) {
                found = { line, error };
            }
            yield found;
        }
    } finally {
        screening.free();
    }
}
