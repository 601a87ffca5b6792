package io.github.feedback4j.theme;

/** What English comments on a service praise and complain with, and how they negate. */
final class EnglishLexicon {

  // Written for this library. Words are stemmed, so one form is enough, unless "=" asks for it
  // alone.
  // Left out: words that judge in one trade and name a thing in another ("support", "hard",
  // "like").

  static final String PRAISE = """
      5 stars, able to, above and beyond, accommodating, accurate, adequate, advantage, affordable,
      ahead of schedule, all good, amazing, amusing, applaud, appreciate, approachable, articulate,
      as advertised, as described, as expected, as promised, at ease, attentive, attractive, awesome,
      bargain, beautiful, best, best ever, better, bonus, bravo, bright, brilliant, calm,
      can not complain, can not fault, can not go wrong, can not praise, can not recommend enough,
      can not thank, can not wait, capable, care about, caring, cheerful, clarity, clean, clear, clever,
      cleverly, coherent, comfort, comfortable, competent, compliment, comprehensive, concise,
      confident, congratulations, considerate, consistent, convenient, cool, cordial,
      could not agree more, could not ask for more, could not be better, could not be easier,
      could not be faster, could not be happier, could not be more pleased, could not have asked for,
      could not have been better, courteous, courtesy, crisp, cute, decent, dedicated, delight,
      delighted, dependable, diligent, down to earth, durable, ease, easier, easy, easy to follow,
      easy to understand, easy to use, effective, effectively, efficient, effortless, elegant,
      empathetic, engaging, enjoy, enjoyable, enjoyed, enlightening, enriching, entertaining,
      enthusiastic, exactly what i needed, exceed expectations, exceeded expectations,
      exceeded my expectations, excellent, excellent condition, exceptional, excited,
      expectations exceeded, expert, extra mile, eye opening, fabulous, fair, fantastic, fascinating,
      fast, faster, fastest, fault free, fine, first class, first rate, first-rate, five stars,
      flawless, flexible, fluent, fluently, fluid, friendly, fun, funny, generous, genuine, glad, good,
      good condition, good deal, good job, good value, good work, gorgeous, got it done, grateful,
      gratitude, great, great deal, great job, great value, hands on, handy, happy, hassle free,
      hassle-free, hats off, helped a lot, helped me, helped us, helpful, high quality,
      highly recommend, highly recommended, holds a charge, honest, i like, i really like, ideal,
      immediate, immediately, impeccable, impressed, impressive, =improved, improvement, =improves,
      =improving, in depth, in good time, in no time, incredible, informative, innovative, insightful,
      inspired, inspiring, instant, instantly, instructive, intelligent, interesting, intuitive,
      invaluable, joy, joyful, keep it up, keep up the good work, kept in the loop, kept me informed,
      kept me updated, kept up to date, kept us informed, kind, knowledgeable, kudos, lasts long,
      lightning, like it, like new, =liked, =likes, long lasting, love, loved, lovely, loves, loving,
      lucid, magnificent, marvellous, marvelous, memorable, modern, motivated, motivating, must have,
      neat, never been better, never been easier, never been faster, never been happier,
      never been quicker, never been simpler, never been smoother, never disappointed,
      never disappoints, never failed, never fails, never let me down, never lets me down, nice, nicely,
      no brainer, no hassle, no nonsense, not thank you enough, nothing bad to say, nothing but praise,
      nothing negative, nothing to complain, =ok, =okay, on point, on schedule, on the ball, on time,
      organised, organized, outstanding, painless, passionate, patient, peace of mind, perfect,
      perfect condition, perfectly, phenomenal, pleasant, pleased, pleasure, plus point, polished,
      polite, positive, practical, precious, precise, pretty good, proactive, productive, professional,
      professionalism, proficient, promising, prompt, proud, punctual, quick, quicker, quickly, rapid,
      rapidly, reactive, reasonable, reassuring, recommend, recommended, refreshing, relevant, reliable,
      remarkable, resourceful, respectful, responsive, responsiveness, rewarding, right away, robust,
      rock solid, safe, safely, satisfaction, satisfactory, satisfied, satisfying, save time, saved me,
      saved my day, saved us, saves time, seamless, second to none, secure, sharp, simple, skilful,
      skilled, skillful, sleek, smart, smile, smiling, smooth, smoothly, solid, spacious, speedy,
      spot on, stable, stand out, stands out, state of the art, stellar, stimulating, straight away,
      straightforward, stress free, stunning, sturdy, sublime, success, successful, successfully, super,
      superb, superior, supportive, swift, swiftly, sympathetic, terrific, thank, thank you, thankful,
      thanks, thorough, thoroughly, thought provoking, thoughtful, thrilled, thumbs up, tidy, =timely,
      to the point, top notch, top quality, tremendous, trouble free, trustworthy, unbeatable,
      under control, understandable, unmatched, up and running, up to date, up to speed, useful,
      user friendly, valuable, value for money, versatile, very well, vibrant, warm, welcoming, well,
      well designed, =well done, well explained, well made, well organised, well organized,
      well packaged, well packed, well prepared, well presented, well structured, well thought out,
      well trained, well wrapped, well written, whole heartedly, wholeheartedly, will buy again,
      with a smile, with care, with ease, with pleasure, without a hitch, without a problem,
      without delay, without hesitation, wonderful, work again, work as expected, work fine,
      work flawlessly, work great, work like a charm, work perfectly, work smoothly, work well, =works,
      works now, worth, worth it, worth the money, worthwhile, worthy, would buy again, wow""";

  static final String COMPLAINT = """
      a joke, a pity, abrupt, abysmal, again and again, ages, aggressive, alas, all over the place,
      angry, annoy, annoyed, annoying, anxious, appalling, are down, area for improvement,
      areas for improvement, areas of improvement, arrogant, at a loss, atrocious, avoid, awful,
      awkward, back and forth, bad, bad quality, badly, baffled, beware, blocked, blurry, bogus,
      boredom, boring, bother, bothersome, bottleneck, broke, broken, =buggy, bulky, bumpy,
      bureaucratic, careless, chaos, chaotic, chase, cheap plastic, cheaply made, cheat, cheated,
      clueless, clumsy, clunky, cluttered, cold shoulder, complain, complaint, complicated,
      condescending, confuse, confused, confusing, confusion, =cons, contradictory, convoluted, corrupt,
      corrupted, could be better, could be faster, could be more, could have been better, could improve,
      could not care less, counterfeit, cracked, cramped, crap, crappy, crash, crushed, cumbersome,
      cut off, cuts out, cutting out, damaged, dated, dead, dead end, deaf ears, deceive, deceived,
      deceptive, decline, defect, defective, degraded, delay, delayed, denied, dent, dented, deny,
      desperate, deteriorate, did not help, did not work, die, died, difficult, difficult to follow,
      dim, dire, dirty, disappoint, disappointed, disappointing, disappointment, disaster, disconnect,
      discouraging, disgraceful, disgusted, disgusting, dislike, dismissive, disorganised, disorganized,
      displeased, disrespectful, disrupt, disruption, disruptive, dissatisfaction, dissatisfied,
      do not bother, do not work, does not start, does not support, does not work, down again, downside,
      drain, drained, draining, drawback, dread, dreadful, drop, =dropping, dull, embarrassing, endless,
      exhausting, expected better, expected more, expensive, explained poorly, fail, failed, failing,
      fails to, failure, fake, fall apart, fall off, falls off, false advertising, faulty, fed up,
      fell apart, fell off, fell short, flaky, flawed, flicker, flimsy, fobbed off, for days, for hours,
      for weeks, forever, fragile, fraud, freeze, freezing, froze, frozen, frustrate, frustrated,
      frustrating, frustration, fuzzy, garbage, gave up, give up, go round in circles, goes down,
      going round in circles, gone wrong, gripe, had to chase, hang up on me, hangs, hard time, hard to,
      hard to follow, hard to understand, harsh, hassle, hate, heat up, heats up, heavy, hit or miss,
      hopeless, horrendous, horrible, horrid, horrific, hostile, hung up, ignorant, ignore, ignored,
      impatient, impersonal, impolite, impossible, impractical, in the dark, in vain, inaccessible,
      inaccurate, inadequate, inappropriate, incapable, incompatible, incompetent, incomplete,
      inconsiderate, inconsistent, inconvenient, incorrect, indifferent, ineffective, inefficient,
      inept, inferior, inflexible, insecure, insufficient, intermittent, interrupt, interrupted,
      interruption, irrelevant, irritate, irritated, irritating, is down, it was hard, jam, jammed,
      junk, keep asking, keep having, keeps asking, keeps crashing, keeps failing, keeps freezing,
      kept having, knockoff, lack, lacking, lacklustre, lag, lagging, laggy, lame, last resort, late,
      lazy, leak, left alone, left hanging, left in the dark, less than ideal, let down, liar, lied,
      limited, long delays, long wait, loose, lose, losing, lost, lost interest, lousy, low quality,
      ludicrous, malfunction, malfunctioning, mediocre, mess, messed up, messy, miserable, mislead,
      misleading, miss, missed, missing, mistake, misunderstanding, misunderstood, money back, monotone,
      monotonous, much to be desired, must improve, nasty, need to improve, needs to improve, negative,
      neglect, negligent, nervous, never again, never answered, never arrived, never called back,
      never received, never replied, never worked, never works, nightmare, no answer, no clue,
      no explanation, no follow up, no help, no idea, no one cares, no point, no reply, no response,
      no solution, no support, no use, no way to, noisy, nonexistent, nonsense, not as advertised,
      not as described, not as good, not available, not buy, not charge, not connect, not enough,
      not explain, not fix, not function, not good enough, not great, not happy, not helpful, not hold,
      not included, not last, not load, not open, not original, not power on, not receive,
      not recognise, not recognize, not resolve, not respond, not ring, not solve, not start,
      not supported, not turn on, not work, not working, not worth, nothing happened, nothing happens,
      nothing works, nuisance, obnoxious, obscure, obsolete, offensive, out of date, out of order,
      out of stock, out of touch, outage, outdated, outrageous, over and over, overcharge, overcharged,
      overheat, overheating, overload, overloaded, overpriced, pain, painful, painfully, palaver,
      passed around, passed from, pathetic, patronising, patronizing, ping pong, pointless, poor,
      poor quality, poorly, pressing for, puzzled, questionable, rambling, random, really hard,
      reboots itself, redundant, refund, refuse, refused, regret, reject, repetitive, restart every,
      restarts itself, return it, returned it, ridiculous, rigid, rip off, ripoff, ripped off, robotic,
      room for improvement, rough, rubbish, rude, rudely, ruin, ruined, run around, runaround, rush,
      rushed, sad, sadly, scam, scratch, scratched, send it back, sent it back, several times a day,
      shabby, shallow, shame, shameful, shoddy, short notice, shortcoming, should be better,
      should improve, shut down, shut off, shuts down, shuts off, sick of, sketchy, sloppy, slow,
      slower, slowly, slowness, sluggish, smelly, so bad, so hard, so long, so many times, so so,
      sore point, =sorry, squashed, stay away, still broken, still no, still not, still waiting, stink,
      stop working, stopped charging, stopped working, stress, stressful, struggle, stubborn, stuck,
      stupid, =sucks, superficial, take a long time, take too long, takes a long time, takes too long,
      tedious, terrible, third time, thumbs down, time consuming, tired, tired of, tiresome,
      to be improved, too basic, too big, too complex, too complicated, too difficult, too early,
      too easy, too expensive, too fast, too few, too general, too hard, too heavy, too hot, too late,
      too little, too long, too loud, too many, too much, too old, too shallow, too short, too simple,
      too slow, too small, too superficial, too technical, too theoretical, too vague, took a long time,
      took ages, took forever, took too long, torn, tricky, turns itself off, =turns off, twice already,
      ugly, unable, unacceptable, unanswered, unattended, unavailable, unaware, unclear, uncomfortable,
      uncooperative, underwhelming, uneven, unexpected, unfair, unfit, unfortunate, unfortunately,
      unfriendly, unhappy, unheard, unhelpful, unimportant, unimpressed, uninformed, uninspired,
      uninteresting, unintuitive, unkind, unmotivated, unnecessarily, unnecessary, unorganised,
      unorganized, unpleasant, unpredictable, unprepared, unprofessional, unprofessionalism,
      unreachable, unreasonable, unreliable, unresolved, unresponsive, unsafe, unsatisfactory,
      unsatisfied, unskilled, unsolved, unstable, unsuitable, unsupported, unusable, unwilling, upset,
      useless, vague, vain, very hard, waited, was down, waste, waste of time, weak, weird, went down,
      went wrong, were down, will not start, will not work, wo not work, worn out, worried, worry,
      worse, worst, worthless, would be better, would be good, would be great, would be helpful,
      would be nice, would have appreciated, would have liked, wrong, wrong item, wrong product, wrongly""";

  /** Troubles that something may cure: "problem solved". */
  static final String TROUBLE = """
      bug, challenge, concern, difficulty, error, fault, glitch, incident, issue, obstacle, problem,
      trouble""";

  static final String CURE = """
      cleared, cured, fix, fixed, =fixes, rectified, remedied, repair, repaired, resolve, resolved,
      =resolves, restore, restored, solve, solved, =solves, sorted, sorted out""";

  static final String PSEUDO = """
      all or nothing, as good as gone, as often as not, as soon as, as well, as well as, at best,
      be fixed, be repaired, be resolved, be solved, believe it or not, best practice, best regards,
      better late than never, better than nothing, bug report, can not help but, clean desk,
      clean install, clean up, drop box, drop down, drop off, error code, error message, fair use,
      fast lane, fast track, fine print, for better or worse, free of charge, from scratch, from zero,
      get well, goes without saying, good afternoon, good day, good evening, good luck, good morning,
      hard drive, how fast, how good, how quickly, in good faith, in less than, incident management,
      informed of, informed that, issue tracker, kind of, kind regards, kindly, last but not least,
      late shift, less than 10, less than 15, less than 2, less than 20, less than 24, less than 3,
      less than 30, less than 48, less than 5, less than a day, less than a minute, less than a week,
      less than an hour, less than five, less than half an hour, less than ten, less than three,
      less than two, long story short, lost and found, may as well, might as well, more often than not,
      more or less, needs improvement, never been more, never been slower, never been so,
      never been this, never been worse, never ending, never had a better, never had better,
      never had such, never mind, never seen such, no 1, no doubt, no end of, no fewer than,
      no later than, no less than, no longer than, no matter, no more than, no other, no sooner than,
      no strings attached, no thanks, no wonder, none other than, not alone, not far from, not just,
      not least, not merely, not only, not simply, not the least, not to mention, not until,
      nothing but, nothing else, nothing less than, nothing short of, nothing to do with, oh well,
      or not, please fix, please improve, please repair, please resolve, please solve,
      problem management, safe mode, single sign on, super user, superuser, thank you in advance,
      thanks in advance, thanks to, to improve, to the point that, to the point where, very well known,
      well above, well after, well aware, well before, well below, well beyond, well known, well over,
      well past, well then, well under, why not, without a break, without a doubt, without doubt,
      without end, without exception, without fail, without further ado, without question,
      worth mentioning, worth noting, worth of, would love to, zero day, zero touch, zero trust""";

  static final String NEGATES_AFTER = """
      absence of, aren t, barely, by no means, can t, couldn t, didn t, doesn t, don t, fail to,
      failed to, failing to, fails to, far from, free of, hadn t, hardly, hasn t, haven t, incapable of,
      instead of, isn t, lack of, lacking in, lacks, less, neither, no, no longer, none, nor, not any,
      nothing, nowhere near, rarely, rather than, refuse to, refused to, refuses to, scarcely, seldom,
      shouldn t, unable to, wasn t, weren t, without, won t, wouldn t, zero""";

  /** Negate a whole statement, whose subject may stand before them. */
  static final String DENIES = "never, no one, nobody, not";

  static final String NEGATES_BEFORE = """
      a thing of the past, disappeared, gone, is absent, is over, nowhere to be found,
      out of the question, vanished""";

  static final String WISH = """
      could be, could have been, hope for, hoped for, hoping for, i wish, i wish it, if only, might be,
      must be, must become, need a, need more, need to be, need to become, needs a, needs more,
      needs to be, needs to become, ought to be, should, should be, should become, should have been,
      supposed to be, want a, would be, would have been, would have preferred, would prefer""";

  static final String CONTRAST = """
      although, apart from, aside from, but, despite, even though, except, except that, excluding,
      however, in spite of, nevertheless, nonetheless, notwithstanding, on the downside,
      on the minus side, on the other hand, other than that, though, unlike, whereas, while""";

  static final String AND = "and, or else, then";

  static final String STOP = """
      as, because, if, once, since, so, therefore, thus, unless, until, when, where, which, who, whose""";

  static final String ABOUT = """
      about, as to, concerning, in regard to, in relation to, in respect of, in terms of, info on,
      information on, news on, on the subject of, regarding, relating to, update on, with,
      with reference to, with regard to, with regards to, with respect to, word on""";

  private EnglishLexicon() {}
}
