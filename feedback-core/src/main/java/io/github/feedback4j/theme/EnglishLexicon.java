package io.github.feedback4j.theme;

/** What English comments on a service praise and complain with, and how they negate. */
final class EnglishLexicon {

  // Written for this library. Words are stemmed, so one form is enough, unless "=" asks for it
  // alone.
  // Left out: words that judge in one trade and name a thing in another ("support", "hard",
  // "like").

  static final String PRAISE = """
      able to, above and beyond, advantage, accurate, adequate, affordable, amazing, appreciate, as expected,
      as promised, at ease, attentive, attractive, awesome, beautiful, best, better, bonus, bravo,
      bright, brilliant, can not complain, can not fault, can not go wrong, can not wait, capable,
      care about, caring, cheerful, clear, clever, cleverly, comfortable, competent, compliment,
      comprehensive, congratulations, considerate, consistent, convenient, cool, cordial,
      could not ask for more, could not be better, could not be easier, could not be happier,
      could not be more pleased, courteous, crisp, cute, decent, dedicated, delight, delighted,
      dependable, diligent, durable, ease, easier, easy, effective, effectively, efficient, effortless,
      elegant, empathetic, enjoy, enjoyable, engaging, enthusiastic, excellent, exceptional,
      exceeded my expectations, exceeded expectations, exceed expectations, expert, extra mile,
      fabulous, fair, fantastic, fast, faster, fine, fastest, first class, first rate, first-rate,
      flawless, flexible, fluid, fluently, friendly, fun, generous, genuine, glad, good, good job,
      good work, gorgeous, got it done, grateful, great, great job, handy, happy, hassle free, helped me,
      helped us, helpful, highly recommend, holds a charge, honest, ideal, immediate, immediately,
      impeccable, impressed, impressive, improve, improved, improvement, incredible, informative,
      innovative, insightful, instant, instantly, instructive, intelligent, interesting, intuitive,
      invaluable, joy, keep it up, keep up the good work, kept me informed, kept me updated,
      kept us informed, kind, kudos, knowledgeable, lightning, long lasting, love, loved, lovely,
      loves, loving, magnificent, marvellous, marvelous, memorable, modern, neat, never fails,
      never failed, nice, nicely, no brainer, no hassle, no nonsense, nothing bad to say,
      nothing but praise, nothing to complain, =ok, =okay, on the ball, on time, in no time, in good time,
      organized, organised, outstanding, painless, patient, perfect, perfectly, phenomenal,
      pleasant, pleased, pleasure, plus point, polished, polite, positive, precise, precious,
      proactive, productive, proficient, professional, professionalism, prompt, proud, punctual,
      quick, quickly, quicker, rapid, rapidly, reactive, reassuring, recommend, refreshing,
      reliable, remarkable, resourceful, respectful, responsive, responsiveness, right away, robust, rock solid, satisfied,
      satisfactory, satisfaction, satisfying, save time, saved me, saved my day, saved us, saves time, seamless,
      second to none, secure, sharp, simple, skilled, skilful, skillful, smart, smile, smiling, smooth,
      smoothly, solid, spacious, speedy, spot on, stable, state of the art, straight away,
      straightforward, stress free, stunning, sturdy, sublime, success, successful, successfully,
      super, superb, superior, supportive, swift, swiftly, sympathetic, terrific, thank, thanks,
      thank you, thorough, thoroughly, thoughtful, thrilled, thumbs up, tidy, =timely, top notch,
      top quality, tremendous, trustworthy, understandable, unbeatable, up and running, up to date,
      up to speed, useful, user friendly, valuable, versatile, very well, vibrant, warm, =well done,
      well explained, well made, well organised, well organized, well structured, well trained,
      well written, welcoming, wonderful, work again, work as expected, work fine, work flawlessly, work great,
      work like a charm, work perfectly, work smoothly, work well, =works, works now, worth it, worth the money, worthwhile,
      wow, without a hitch, without a problem""";

  static final String COMPLAINT = """
      a joke, a pity, abrupt, abysmal, again and again, aggressive, ages, alas, angry, annoy, annoying,
      annoyed, anxious, appalling, arrogant, at a loss, atrocious, avoid, awful, awkward, bad, badly,
      baffled, blocked, blurry, boring, bother, bothersome, bottleneck, broke, broken, bulky, bureaucratic,
      =buggy, bumpy, careless, chaos, chaotic, chase, cheaply made, clueless, clumsy, clunky,
      cold shoulder, complain, complaint, complicated, condescending, confuse, confused, confusing,
      confusion, =cons, contradictory, convoluted, corrupt, corrupted, could be better, could be faster, cracked, cramped, crap,
      crappy, crash, crushed, cumbersome, cut off, cuts out, cutting out, damaged, dated, dead, dead end, deaf ears, decline, defective,
      degraded, delay, delayed, deny, denied, desperate, deteriorate, die, died, dim, did not help, did not work, difficult,
      dire, disappoint, disappointed, disappointing, disappointment, disaster, disconnect, discouraging,
      disgraceful, disgusted, disgusting, dislike, dismissive, disorganised, disorganized, displeased,
      disrespectful, disrupt, disruption, disruptive, dissatisfied, dissatisfaction, do not work,
      does not work, does not start, does not support, downside, drain, draining, drawback, drained, down again, dread, dreadful, drop, =dropping, dull, embarrassing, endless,
      exhausting, expensive, fail, failed, failing, failure, fall apart, fell apart, fake, faulty, fed up, fell short, flawed, flicker,
      flaky, flimsy, for days, for hours, for weeks, forever, fragile, freeze, freezing, froze, frozen, frustrate,
      frustrated, frustrating, frustration, fuzzy, garbage, gave up, give up, gone wrong, goes down, gripe, had to chase,
      hang up on me, hangs, hard to, harsh, hassle, hate, heavy, hopeless, horrible, horrendous, horrific, hostile, hung up, ignorant,
      ignore, ignored, impatient, impersonal, impolite, impossible, impractical, in the dark,
      inaccessible, inaccurate, inadequate, inappropriate, incapable, incompatible, incompetent, incomplete,
      inconsiderate, inconsistent, inconvenient, incorrect, indifferent, ineffective, inefficient,
      inept, inferior, inflexible, insecure, insufficient, intermittent, interrupt, interrupted, interruption, irritate,
      irritated, irritating, is down, are down, was down, were down, went down, jam, jammed, junk, keep asking, lack, lacking,
      lacklustre, lag, lagging, laggy, lame, last resort, late, lazy, leak, less than ideal, let down, limited, long wait, long delays, lose,
      losing, lost, lousy, ludicrous, mediocre, mess, messed up, messy, miserable, mislead, misleading, miss, missed, missing,
      mistake, misunderstood, misunderstanding, monotonous, much to be desired, nasty, negative, neglect, negligent, never again, nervous,
      nightmare, no help, no one cares, no point, no use, noisy, nonsense, nonexistent, not available, not great, not included, not supported, not helpful, not good enough,
      not work, not working, nuisance, obnoxious, obscure, obsolete, offensive, out of date, out of order,
      out of touch, outage, outdated, outrageous, over and over, overheat, overheating, overload, overloaded,
      overpriced, pain, painful, painfully, passed around, passed from, pathetic, patronising, patronizing, pointless, poor,
      poorly, pressing for, puzzled, questionable, random, redundant, refuse, refused, regret, reject, repetitive, restart every, ridiculous, rigid, room for improvement,
      rough, rubbish, rude, rudely, ruin, ruined, rush, rushed, sad, sadly, scratched, shabby, shallow, shame, shameful,
      shoddy, short notice, should be better, shortcoming, shut down, shuts down, sketchy, sloppy, slow, slower, slowly, slowness, sluggish, so so, squashed,
      so long, =sorry, still waiting, still broken, stop working, stopped working, stress, stressful, struggle, stubborn, stuck, stupid, =sucks, superficial,
      tedious, terrible, thumbs down, tired, tiresome, too big, too complex, too complicated, too difficult, too early, too expensive, too few,
      too hard, too heavy, too late, too little, too long, too loud, too many, too much, too old, too short, too slow, too small, too technical,
      took ages, took forever, tricky, ugly, unable, unacceptable, unanswered, unavailable, unaware, unclear,
      uncomfortable, uncooperative, underwhelming, uneven, unexpected, unfair, unfit, unfortunate, unfortunately, unfriendly, unhappy,
      unhelpful, unimpressed, uninformed, unintuitive, unnecessary, unorganised, unorganized, unpleasant, unprepared, unprofessional,
      unreachable, unreasonable, unreliable, unresolved, unresponsive, unsafe, unsatisfactory, unsatisfied, unskilled, unsolved, unstable,
      unsuitable, unsupported, unusable, unwilling, upset, useless, vague, vain, waited, waste, waste of time, weak, weird,
      went wrong, wo not work, will not work, will not start, worn out, worried, worry, worse, worst, worthless, would be better,
      would be good, would be great, would be helpful, would be nice, wrong, wrongly""";

  /** Troubles that something may cure: "problem solved". */
  static final String TROUBLE = """
      bug, challenge, concern, difficulty, error, fault, glitch, incident, issue, obstacle, problem,
      trouble""";

  static final String CURE = """
      cleared, cured, fix, fixed, repair, repaired, resolve, resolved, restore, restored, solve, solved, sorted,
      sorted out""";

  static final String PSEUDO = """
      as good as gone, for better or worse, good afternoon, good day, good evening, good morning, how fast, how good,
      how quickly, in good faith, no doubt, no matter, no wonder, not alone, not just, not least, not only, not simply,
      not to mention, not merely, why not, without doubt, without a doubt, without question, would love to,
      kind of, kind regards, best regards, best practice, at best, better than nothing, good luck, as soon as, better late than never,
      super user, superuser, fair use, thanks in advance, thank you in advance, please improve, needs improvement, error message, error code,
      bug report, issue tracker, problem management, incident management, hard drive, drop down, drop box, drop off, lost and found, late shift,
      single sign on, fast track, fast lane""";

  static final String NEGATES_AFTER = """
      barely, by no means, fail to, failed to, failing to, fails to, far from, free of, hardly, incapable of, instead of, lack of,
      lacking in, less, lacks, neither, never, no, no longer, no one, nobody, none, nor, not, not any,
      nothing, nowhere near, rarely, rather than, refuse to, refused to, refuses to, scarcely, seldom,
      unable to, without, zero""";

  static final String NEGATES_BEFORE = """
      a thing of the past, disappeared, gone, is absent, nowhere to be found, is over, vanished, out of the question""";

  static final String WISH = """
      could be, could have been, hope for, hoped for, hoping for, if only, i wish, i wish it, might be, must be, must become, need a, need more, need to be,
      need to become, needs a, needs more, needs to be, needs to become, ought to be, should, should be, should become, should have been,
      supposed to be, want a, would be, would have been, would prefer, would have preferred""";

  static final String CONTRAST = """
      although, apart from, aside from, but, despite, even though, except, excluding, however, in spite of, nevertheless,
      nonetheless, notwithstanding, on the other hand, though, whereas, unlike, while""";

  static final String AND = "and, or else, then";

  static final String STOP = """
      as, because, if, once, since, so, thus, therefore, unless, until, when, where, which, who, whose""";

  private EnglishLexicon() {}
}
