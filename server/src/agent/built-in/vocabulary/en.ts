import type { Vocabulary } from "./vocabulary.ts";

export const en: Vocabulary = {
  stop: "a|an|the|i|im|i'm|i'd|i've|i'll|me|my|mine|we|us|our|you|your|it|its|is|are|was|were|be|been|am|do|does|did|can|could|would|will|shall|should|may|might|must|to|of|in|on|at|for|with|from|by|and|or|but|so|if|then|than|as|this|that|these|those|there|here|please|kindly|want|need|like|just|some|any|let|have|has|had|got|get|give|tell|know|ok|okay|well|hello|hi|hey|now|again|also|too|about|what|whats|try|one|no|not|yes|sorry|actually|hasn't|haven't|hadn't|didn't|doesn't|don't|isn't|can't|couldn't|won't|wait|instead|both|yet|already|when's",
  weak: "where|when|how|who|which|why|much|many|show|see|check|find|help|new|make|thing|stuff|something|long|say|think|look|looking|up",
  greeting:
    "hi|hello|hey|hiya|howdy|greetings|good morning|good afternoon|good evening|hi there|hello there|whats up",
  wellbeing: "how are you|how are you doing|how are you today|how is it going|how do you do",
  thanks:
    "thanks|thank you|thank you very much|thank you so much|thanks a lot|many thanks|thx|ty|cheers|great|perfect|awesome|much appreciated|you are the best",
  goodbye:
    "bye|goodbye|bye bye|see you|see you later|good night|that is all|that's all|thats all|have a nice day",
  help: "help|help me|what can you do|what can you do for me|what do you do|how can you help|how can you help me|what can i ask|what can i do|what can i do here|options|menu|what else can you do|how does this work|what can you help me with|what can you help with",
  who: "who are you|what are you|are you a bot|are you a robot|are you human|are you a human|are you real|are you a real person|are you an ai|is this a bot|am i talking to a bot|what is your name",
  noted: "ok|okay|alright|all right|good|fine|i see|got it|understood|cool|nice|sounds good|very good",
  person:
    "human|a person|real person|live agent|agent|operator|representative|talk to a human|talk to a person|talk to someone|talk to somebody|speak to someone|speak to a human|speak to a person|speak with someone|customer service|somebody real|human agent|real human|contact a person|connect me to a person",
  speak: "talk|speak|chat|connect|transfer|contact|reach|put through|put me through",
  cancel:
    "cancel|cancel it|cancel that|cancel this|never mind|nevermind|forget it|forget about it|forget that|stop|stop it|leave it|skip it|quit|abort|i changed my mind|changed my mind|not now|don't bother|drop it",
  retry:
    "try again|again|retry|please try again|once more|one more time|do it again|try it again|try now|try it now|i am signed in now|i signed in|i am signed in|i have signed in|i logged in|i am logged in",
  correction:
    "no|nope|sorry|actually|i meant|i mean|meant|wrong|that is wrong|that's wrong|correction|instead|rather|not that|oops|make it|change it to|it should be|no wait|i wanted to say",
  yes: "yes|yeah|yep|yup|sure|of course|ok|okay|please do|correct|right|true|y|absolutely|definitely",
  no: "no|nope|nah|not|false|never|n|don't|do not",
  and: "and|or",
  also: "and|and then|and also|then|also|plus|as well as|after that",
  yesterday: "yesterday",
  today: "today",
  tomorrow: "tomorrow",
  dayAfterTomorrow: "the day after tomorrow|day after tomorrow",
  last: "last|past|previous",
  next: "next|coming|this",
  days: "day|days",
  weeks: "week|weeks",
  inTime: "in|from now|from today",
  noon: "noon|midday",
  midnight: "midnight",
  about: "about|regarding|concerning|because|saying|saying that|that says|which says",
  is: "is|are|should be|will be|to|equals|as|would be",
  story:
    "description|describe|message|details|detail|body|comment|comments|text|question|problem|issue|reason|note|notes|feedback|request|content|complaint",
  pronoun: "it|that|this|them|these|those|the same|that one|this one",
  numbers: "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
  ordinals: "first|second|third|fourth|fifth|last",
};
