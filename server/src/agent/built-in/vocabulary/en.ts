import type { Vocabulary } from "./vocabulary.ts";

export const en: Vocabulary = {
  stop: "a|an|the|i|im|i'm|i'd|i've|me|my|mine|we|us|our|you|your|it|its|it's|is|are|was|were|be|been|am|do|does|did|can|could|would|will|shall|should|may|might|must|to|of|in|on|at|for|with|from|by|and|or|but|so|if|then|than|as|this|that|these|those|there|here|please|kindly|want|need|like|just|some|any|let|have|has|had|got|get|give|tell|know|ok|okay|well|hello|hi|hey|now|again|also|too|about|what|what's|whats|try|one|no|not|yes|sorry|actually|hasn't|haven't|hadn't|didn't|doesn't|don't|isn't|can't|couldn't|won't",
  weak: "where|where's|when|how|who|which|why|much|many|show|see|check|find|help|new|make|thing|stuff|something|long|say|think",
  greeting:
    "hi|hello|hey|hiya|howdy|greetings|good morning|good afternoon|good evening|hi there|hello there|how are you|whats up",
  thanks:
    "thanks|thank you|thank you very much|thanks a lot|thx|ty|cheers|great|perfect|awesome|much appreciated",
  goodbye: "bye|goodbye|bye bye|see you|good night|that is all|that's all|thats all",
  help: "help|help me|what can you do|what can you do for me|what do you do|what are you|who are you|how can you help|how can you help me|what can i ask|what can i do|what can i do here|options|menu|what else can you do|how does this work",
  cancel:
    "cancel|cancel it|cancel that|cancel this|never mind|nevermind|forget it|forget about it|forget that|stop|stop it|leave it|skip it|quit|abort|i changed my mind|changed my mind|not now",
  retry:
    "try again|again|retry|please try again|once more|one more time|do it again|try it again|try now|try it now",
  correction:
    "no|nope|sorry|actually|i meant|i mean|meant|wrong|that is wrong|that's wrong|correction|instead|rather|not that|oops|make it|change it to|it should be",
  yes: "yes|yeah|yep|yup|sure|of course|ok|okay|please do|correct|right|true|y",
  no: "no|nope|nah|not|false|never|n|don't|do not",
  and: "and|or",
  yesterday: "yesterday",
  today: "today",
  tomorrow: "tomorrow",
  about: "about|regarding|concerning|because|saying|saying that|that says|which says",
  is: "is|are|should be|will be|to|equals|as|would be",
  story:
    "description|describe|message|details|detail|body|comment|comments|text|question|problem|issue|reason|note|notes|feedback|request|content|complaint",
  pronoun: "it|that|this|them|these|those|the same",
  numbers: "one|two|three|four|five|six|seven|eight|nine|ten",
};
