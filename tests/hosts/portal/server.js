// Stands for your server: it answers after a while, and keeps what it was given when the page is loaded again.
const after = (time) => new Promise((done) => setTimeout(done, time));
const record = (applicant) => `record of ${applicant}`;

/** The submission of an applicant, or null. */
export async function load(applicant) {
  await after(50);
  return JSON.parse(sessionStorage.getItem(record(applicant)));
}

export async function store(applicant, submission) {
  await after(150);
  sessionStorage.setItem(record(applicant), JSON.stringify(submission));
}
