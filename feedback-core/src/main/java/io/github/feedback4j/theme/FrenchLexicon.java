package io.github.feedback4j.theme;

/** What French comments on a service praise and complain with, and how they negate. */
final class FrenchLexicon {

  // Written for this library. Words are stemmed, so one form is enough, unless "=" asks for it
  // alone.
  // Left out: words that judge in one trade and name a thing in another ("bon" is in "bon de
  // commande",
  // but judges far more often, and stays; "personnel" and "service" do not).

  static final String PRAISE = """
      5 étoiles, à jour, à l'écoute, à l'heure, à la hauteur, à la perfection, à recommander, à temps,
      abordable, abouti, accessible, accueillant, adapté, adéquat, admirable, adorable, adore, adoré,
      agréable, aimable, aimé, aime beaucoup, aime bien, aisé, aisément, amélioration, amélioré, amical,
      amusant, appréciable, apprécie, apprécié, appréciée, approprié, arrangeant, astucieux, attentif,
      attentionné, au top, avantage, avantageux, avec plaisir, avec soin, avenant, beau,
      beaucoup appris, belle, bénéfique, bien, bien emballé, bien expliqué, bien pensé, bien protégé,
      bienveillance, bienveillant, bon, bon état, bonheur, bonne, bonne affaire, bonnes, bons, bravo,
      brillant, calme, captivant, carré, chaleureux, chapeau, charmant, cinq étoiles, clair, claire,
      clairement expliqué, clarté, cohérent, comme décrit, comme prévu, comme promis, commode,
      compétence, compétent, complet, compréhensible, compréhensif, concis, concret, confiance,
      conforme, confort, confortable, consciencieux, content, convaincant, convivial, cordial, correct,
      correctement, courtois, courtoisie, créatif, débrouillard, dépasse mes attentes,
      dépassé mes attentes, dévoué, digne, diligent, disponibilité, disponible, divertissant, drôle,
      dynamique, éclairant, efficace, efficacement, efficacité, élégant, éloquent, empathie, en avance,
      en toute sécurité, enchanté, engageant, enrichissant, enthousiasmant, enthousiaste, épatant,
      ergonomique, excellence, excellent, excellent état, exceptionnel, exemplaire, exhaustif, expert,
      expliqué clairement, extra, extraordinaire, fabuleux, facile, facilement, facilité, fantastique,
      félicitations, ferme et poli, fiabilité, fiable, fidèle, flexible, fluide, fluidité, =fonctionne,
      fonctionnel, =fonctionnent, formidable, fort utile, généreux, génial, géniale, gentil,
      gentillesse, grand merci, gratitude, hautement recommandé, heureux, honnête, humour, idéal,
      immédiat, immédiatement, impec, impeccable, impressionnant, =impressionné, =impressionnée,
      incontournable, incroyable, ingénieux, innovant, inspirant, instantané, instantanément,
      instructif, intelligent, intéressant, intuitif, =irréprochable, j'ai aimé, j'ai bien aimé, j'aime,
      jamais déçu, je recommande, joli, judicieux, l'aime, limpide, ludique, lumineux, m'a plu,
      magnifique, =marchait, =marche, =marchent, me plaît, meilleur, merci, merveille, merveilleux,
      mieux, minutieux, moderne, motivant, motivé, motivée, net, nickel, nous aimons, =ok,
      on ne peut mieux, optimal, organisé, original, parfait, parfait état, parfaite, parfaitement,
      pas mal, passionnant, passionné, patience, patient, pédagogique, pédagogue, percutant, perfection,
      performant, pertinent, =plaisant, plaisir, =plaît, plein d'humour, plein de bonne volonté,
      plus tôt que prévu, poli, politesse, ponctuel, positif, pratique, précieux, précis, précise,
      prévenant, professionnalisme, professionnel, progrès, prompt, propre, qualifié, raisonnable,
      rapide, rapidement, rapidité, rassurant, rassuré, ravi, réactif, réactivité, recommandable,
      recommande, recommandé, reconnaissant, régal, remarquable, remercie, remerciements, respectueux,
      =réussi, réussite, riche, rien à dire, rien à redire, rien à reprocher, rigoureux, robuste,
      sans accroc, sans aucun problème, sans aucune hésitation, sans encombre, sans faille, sans faute,
      sans hésitation, sans hésiter, sans la moindre hésitation, sans problème, sans regret, sans souci,
      satisfaction, satisfaisant, satisfait, satisfaite, satisfaites, satisfaits, =sauvé, =sécurisé,
      sensationnel, sérieux, serviable, simple, simplicité, soigné, soigneusement, soigneux, solide,
      souple, souriant, sourire, splendide, stabilité, stable, sublime, succès, suffisant, super,
      superbe, sympa, sympathique, tient ses promesses, tip top, tiptop, =top, top niveau,
      tout de suite, tout fonctionne, transparent, très fort, trop bien, utile, valorisant,
      vaut la peine, vaut le coup, vaut son prix, vaut vraiment, vite, vivement recommandé""";

  static final String COMPLAINT = """
      à améliorer, à corriger, à éviter, à fuir, à la ramasse, à répétition, à revoir, abandonné,
      aberrant, abîmé, absurde, achetez pas, affreux, agaçant, agacé, agressif, anormal, anormalement,
      approximatif, archaïque, ardu, arnaque, arrêté de fonctionner, arrogant, assez moyen,
      attendais mieux, attendu, attente interminable, au secours, aucun effort, aucun intérêt,
      aucun suivi, aucun support, aucune aide, aucune explication, aucune réponse, aucune solution,
      aurais aimé, aurais préféré, aurait pu, bâclé, baladé, balladé, bancal, barbant, basique, bémol,
      blocage, bloqué, bloque, bof, bogué, bordel, brouillon, bruyant, buggé, bugue, cafouillage,
      calamiteux, capricieux, cassant, cassé, casse, catastrophe, catastrophique, cauchemar,
      cessé de fonctionner, chauffe, cher, chiant, complexe, compliqué, compliquée, condescendant,
      confus, confusion, contradictoire, contraignant, contrefaçon, =coupé, coupe sans arrêt, coupure,
      coûteux, crash, déception, =décevant, décevante, déconnecté, déconnecte, déconnexion, déçu, déçue,
      défaillance, défaillant, défaut, défectueux, dégoûté, dégradé, délabré, démodé, dépassé,
      déplaisant, déplorable, déplore, désagréable, désastre, désastreux, désespérant, désinvolte,
      désordonné, désordre, désorganisé, désuet, détérioré, détestable, déteste, difficile,
      difficilement, difficultés, dommage, douteux, dur, échec, échoue, échoué, éclaté, écrasé,
      en colère, en panne, en rade, en retard, en vain, encombrant, encore et encore, endommagé,
      =énervant, énervé, énième fois, ennuyeux, épuisant, erroné, escroc, escroquerie, évitez, excédé,
      exécrable, faible, faiblesse, fastidieux, fatigant, fatigué, fausse, =faux, figé, fissure,
      fissuré, flou, fragile, froid, frustrant, frustration, frustré, fuyez, galère, gaspillage, gênant,
      gêne, grave, gros retard, grossier, hélas, honte, honteux, horrible, horripilant, hors service,
      hostile, ignoré, ignore, illisible, impatient, impersonnel, impoli, impossible, impuissant,
      inacceptable, inaccessible, inadapté, inadmissible, inapte, incapable, incohérent, incompatible,
      incompétence, incompétent, incomplet, incompréhensible, incompréhension, inconfortable,
      inconvénient, incorrect, indifférent, indisponible, inefficace, inexact, inexistant,
      inexploitable, inférieur, inflexible, injoignable, injuste, injustifié, insatisfaisant,
      insatisfait, instabilité, instable, insuffisamment, insuffisant, insupportable, interminable,
      interruption, introuvable, inutile, inutilisable, irrespectueux, irritant, jamais vu ça,
      laborieux, lacune, laid, laisse à désirer, laissé tomber, lamentable, lassant, lent, lente,
      lentement, lenteur, lourd, lourdeur, m'attendais à mieux, mal, mal fait, malheureusement,
      malhonnête, malpoli, manquant, manque, mauvais, mauvaise, mécontent, mécontentement, médiocre,
      mensonge, mensonger, mépris, méprisant, merdique, minable, moche, monotone, mort, morte,
      n'ai pas aimé, n'aime pas, navrant, négatif, négligé, négligent, nul, nulle, nulles, nullité,
      obligé de relancer, obscur, obsolète, on tourne en rond, opaque, oublié, pagaille,
      pannes à répétition, pas à la hauteur, pas acheter, pas assez, pas clair, pas de réponse,
      pas reçu, pas terrible, pas top, pauvre, peine perdue, pénible, pénibles, perdu, perte d'argent,
      perte de temps, perturbation, perturbé, piètre, pire, pitoyable, plainte, plantage, planté,
      plante, plein le dos, plutôt moyen, pourri, poussif, précaire, prise de tête,
      publicité mensongère, râle, ralenti, ralentissement, rame, ras le bol, raté, rayé, rayure,
      rébarbatif, réclamation, redondant, refus, refuse, refusé, regrettable, regrette,
      relancer plusieurs fois, remboursement, renvoyé de service en service, répétitif, reproche,
      retard, ridicule, rigide, risible, =rouillé, s'arrête, s'attendait à mieux, s'éteint, sale,
      sans aide, sans intérêt, sans réponse, sans suite, saturation, saturé, scandale, scandaleux,
      se décharge, sec, serait bien, serait bienvenu, serait mieux, serait utile, sommaire, soporifique,
      stressant, stupide, superficiel, superflu, surchargé, surchauffe, =tarde, tardif, tombe en panne,
      toujours aucun, toujours aucune, toujours en panne, toujours pas, toujours rien, tracas,
      très moyen, triste, tristement, troisième fois, tromper, trompeur, trop, trop attendu,
      trop basique, trop cher, trop compliqué, trop court, trop de bruit, trop de temps, trop facile,
      trop général, trop grand, trop gros, trop lent, trop lente, trop long, trop longtemps,
      trop longue, trop lourd, trop petit, trop peu, trop rapide, trop simple, trop tard,
      trop technique, trop théorique, trop vieux, trop vite, vague, =vétuste, vide, vieillot, vieux,
      voleur""";

  static final String TROUBLE = """
      anomalie, bogue, bug, difficulté, dysfonctionnement, ennui, erreur, incident, panne, pépin,
      préoccupation, problème, souci""";

  static final String CURE = """
      corrigé, débloqué, dépanné, réglé, règle, remis en marche, réparé, répare, résolu, résolue,
      résolues, résolus, résout, rétabli, solutionné""";

  // Accents do not count: "à moins de" would be in "il y a moins de", and "à jamais" in "n'a
  // jamais".
  static final String PSEUDO = """
      à bientôt, à bon escient, à ce point de, à moins que, à régler,
      à réparer, à résoudre, à tout jamais, à tout le moins, au mieux, au moins, au plus vite,
      au point de, aucun doute, aussi bien, aussi vite que possible, badge sans contact, bien après,
      bien avant, bien des, bien entendu, bien moins, bien plus, bien qu, bien que, bien sûr, bien trop,
      bon à savoir, bon courage, =bon de commande, bon nombre, bon week end, bonjour, bonne année,
      bonne chance, bonne continuation, bonne journée, bonne nuit, bonne réception, bonne soirée,
      bons baisers, carte sans contact, ce point de, chaque point de, code erreur, d'autant plus,
      de plus, de zéro, du moins, du point de, eh bien, en moins d, en moins de, en plus,
      en un rien de temps, faux pas, gestion des incidents, jamais été aussi, jamais eu d'aussi,
      jamais eu un aussi, jamais eu une aussi, jamais vu un aussi, jamais vu une aussi, je suis bien,
      le plus souvent, le point de, lecteur sans contact, mais aussi, merci d'avance, merci de,
      message d'erreur, mieux vaut, mise à jour, mises à jour, moins d'un jour,
      moins d'un quart d'heure, moins d'une heure, moins d'une journée, moins d'une minute,
      moins d'une semaine, moins de 10, moins de 15, moins de 2, moins de 20, moins de 24, moins de 3,
      moins de 30, moins de 48, moins de 5, moins de cinq, moins de deux, moins de dix, moins de trois,
      n'empêche, n'est-ce pas, n'importe, ni plus ni moins, non loin de, non négligeable, non plus,
      non seulement, non stop, nul doute, numéro d'incident, on ne peut plus, ou bien, ou non,
      pas à pas, pas de doute, pas loin de, pas moins de, pas plus tard que, pas que, pas seulement,
      pas simplement, pas uniquement, plus ou moins, pour le moins, pour rien au monde, pourquoi pas,
      premier pas, premiers pas, que jamais, qui plus est, rien que pour, sans ambages, sans arrêt,
      sans attendre, sans aucun doute, sans cesse, sans compter, sans conteste, sans délai, sans détour,
      sans discontinuer, sans doute, sans équivoque, sans exception, sans fil, sans fin,
      sans l'ombre d'un doute, sans le moindre doute, sans nul doute, sans oublier, sans pareil,
      sans parler d, sans parler de, sans parler des, sans parler du, sans plus attendre,
      sans précédent, sans quoi, sans relâche, sans répit, sans surprise, sans tarder, sans trêve,
      si bien, si bien que, si jamais, tant bien que mal, tout au moins, tout au plus, tout simplement,
      trop de la balle, un point de, vite fait""";

  static final String NEGATES_AFTER = """
      à défaut de, absence de, aucunement, dépourvu de, exempt de, impossible d, impossible de,
      incapable d, incapable de, loin d'être, loin de, manque d, manque de, moins, ni, non, nullement,
      refuse de, sans, zéro""";

  static final String NEGATES_AROUND =
      "pas, jamais, rien, aucun, aucune, guère, point de, pas du tout, nulle part";

  static final String NEGATES_WITH_NE = "personne, plus";

  static final String NE = "ne, n";

  static final String VERB = """
      ai, aide, aident, aime, allume, arrive, as, avez, avons, capte, charge, comprenais, comprend,
      comprends, comprennent, connecte, démarre, dure, durent, fonctionnait, fonctionne, fonctionnent,
      imprimait, imprime, marchait, marche, marchent, ont, ouvre, peut, peuvent, peux, reçois,
      recommande, reconnaît, reçu, répond, répondent, répondu, résout, sais, sait, savent, sert,
      tiennent, tient, trouve, trouvé, vaut, vois, voit, y a, ya""";

  static final String NEGATES_BEFORE =
      "a disparu, ont disparu, disparu, disparue, disparus, est absent, brille par son absence";

  static final String WISH = """
      aurait dû être, aurait pu être, besoin d'un, besoin d'une, besoin de plus, devraient,
      devraient être, devrait, devrait être, doit être, doivent être, faudrait, gagnerait à être,
      il faudrait, il faut, j'aimerais, j'aurais aimé, j'espère, mérite d'être, on aimerait, pourraient,
      pourraient être, pourrait, pourrait être, seraient, serait, si seulement, souhaite, souhaiterais,
      voudrais""";

  static final String CONTRAST = """
      à l exception de, à l exception du, à part, alors que, bien que, cependant, en dépit de,
      en revanche, excepté, hormis, hormis que, mais, malgré, malgré tout, même si, néanmoins,
      par contre, pourtant, quand même, quoique, sauf, sauf que, tandis que, toutefois""";

  static final String AND = "et, puis, ensuite";

  static final String STOP = """
      afin, car, comme, dès, donc, lorsqu, lorsque, parce, pendant, puisqu, puisque, quand, si""";

  static final String ABOUT = """
      à propos d, à propos de, à propos des, à propos du, au sujet d, au sujet de, au sujet des,
      au sujet du, avec, concernant, en ce qui concerne, en matière de, par rapport à, par rapport au,
      par rapport aux, quant à, quant au, quant aux, relatif à, relative à, sur, vis-à-vis de,
      vis-à-vis du""";

  private FrenchLexicon() {}
}
