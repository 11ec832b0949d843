/** What a site may decide for itself, with the figures of security.md §5.9 as the default. */
export interface SiteSettings {
  /** SMS and e-mail to one address a day; above it a message ends as `failed`, never silently. */
  messagesPerAddressPerDay: number;
  /** All messages of the site a day. */
  messagesPerSitePerDay: number;
  /** Nothing leaves while true; messages wait. */
  messagesStopped: boolean;
  /** Submissions without a proof of work: an hour from one address, a day on the whole site. */
  unprovenPerAddressPerHour: number;
  unprovenPerSitePerDay: number;
}

export const defaultSettings: SiteSettings = {
  messagesPerAddressPerDay: 5,
  messagesPerSitePerDay: 2000,
  messagesStopped: false,
  unprovenPerAddressPerHour: 3,
  unprovenPerSitePerDay: 200,
};
