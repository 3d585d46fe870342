/** The words of feedback, in English. */
export const feedbackWords = {
  helpful: "Helpful",
  notHelpful: "Not helpful",
  thanks: "Thank you!",
  whatWentWrong: "What could have been better?",
};
