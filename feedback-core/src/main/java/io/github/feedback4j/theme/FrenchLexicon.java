package io.github.feedback4j.theme;

/** What French comments on a service praise and complain with, and how they negate. */
final class FrenchLexicon {

  // Written for this library. Words are stemmed, so one form is enough, unless "=" asks for it
  // alone.
  // Left out: words that judge in one trade and name a thing in another ("bon" is in "bon de
  // commande",
  // but judges far more often, and stays; "personnel" and "service" do not).

  static final String PRAISE = """
      à jour, à l'écoute, à la hauteur, à l'heure, à temps, abordable, accessible, accueillant, adapté, admirable, adorable, adore,
      agréable, aimable, aisé, aisément, amélioration, amélioré, amical, apprécie, appréciable, apprécié, appréciée, approprié, arrangeant,
      astucieux, attentif, attentionné, au top, avantage, avantageux, avec plaisir, avec soin, avenant, beau, belle, bénéfique, bien,
      bienveillant, bienveillance, bon, bonheur, bonne, bons, bonnes, bravo, brillant, calme, captivant, carré, chaleureux, chapeau, charmant, clair, claire,
      clairement, clarté, cohérent, commode, compétence, compétent, complet, compréhensible, compréhensif, concis, confiance, confort,
      confortable, consciencieux, content, convaincant, convivial, cordial, correct, correctement, courtois, courtoisie, débrouillard, dévoué,
      disponible, disponibilité, diligent, dynamique, efficace, efficacement, efficacité, élégant, empathie, enchanté, engageant, enrichissant, enthousiaste,
      épatant, ergonomique, excellent, excellence, exceptionnel, exemplaire, expert, extra, extraordinaire, fabuleux, facile, facilement,
      facilité, fantastique, félicitations, ferme et poli, fiable, fiabilité, flexible, fluide, fluidité, fonctionnel, =fonctionne, =fonctionnent, formidable, fort utile, génial, géniale,
      gentil, gentillesse, grand merci, gratitude, heureux, honnête, idéal, immédiat, immédiatement, impeccable, impressionnant, =impressionné, =impressionnée,
      incroyable, ingénieux, innovant, instantané, instantanément, instructif, intelligent, intéressant, intuitif, =irréprochable, j'aime, jamais déçu,
      joli, judicieux, ludique, lumineux, magnifique, =marche, =marchent, =marchait, meilleur, merci, merveilleux, merveille, mieux, minutieux, moderne, motivé, motivant, net, nickel, =ok,
      optimal, organisé, original, parfait, parfaite, parfaitement, pas mal, passionnant, patience, patient, pédagogue, pédagogique, performant, pertinent, =plaisant, plaisir, plein de bonne volonté, poli, politesse,
      ponctuel, positif, pratique, précieux, précis, précise, professionnel, professionnalisme, progrès, prompt, propre, qualifié, ravi, rapide, rapidement, rapidité, rassurant, rassuré, réactif,
      réactivité, recommande, reconnaissant, régal, remarquable, remercie, remerciements, respectueux, =réussi, réussite, rien à dire, rien à redire, rien à reprocher,
      robuste, =sécurisé, sans accroc, sans encombre, sans faille, sans faute, sans problème, sans souci, satisfaction, satisfaisant, satisfait, satisfaite, =sauvé, sensationnel, serviable, simple, simplement,
      simplicité, soigné, soigneux, solide, souple, souriant, sourire, splendide, stable, stabilité, sublime, succès, super, superbe, sympa, sympathique, tient ses promesses, =top, top niveau, tout de suite, transparent, très fort, trop bien, utile,
      vaut le coup, vite, vivement recommandé""";

  static final String COMPLAINT = """
      à la ramasse, à revoir, à répétition, abandonné, aberrant, abîmé, absurde, affreux, agaçant, agacé, agressif, anormal, anormalement, approximatif, archaïque, arrogant,
      attendu, attente interminable, au secours, aucune aide, aucun effort, aucun intérêt, bancal, bâclé, bloqué, blocage, bloque, bogué, bordel, bof, brouillon, bruyant, buggé, bugue, cafouillage, calamiteux,
      capricieux, cassé, catastrophe, catastrophique, cauchemar, cher, chiant, complexe, compliqué, compliquée, condescendant, confus, confusion,
      contradictoire, contraignant, coupe sans arrêt, =coupé, coupure, crash, =décevant, déception, déçu, déçue, décevante, déconnecté, déconnecte, déconnexion, défaillant, défaillance, défaut, défectueux,
      dégoûté, dégradé, délabré, démodé, dépassé, déplorable, déplaisant, désagréable, désastre, désastreux, désespérant, désinvolte, désordre, désorganisé, désuet, détestable, déteste, difficile, difficilement,
      dommage, douteux, dur, écrasé, échec, échoue, échoué, éclaté, =énervant, énervé, en colère, en panne, en rade, en retard, ennuyeux, épuisant, erroné, excédé, exécrable, fastidieux, fatigant, fatigué, encombrant, =faux, fausse, figé, flou,
      fragile, froid, frustrant, frustration, frustré, galère, gaspillage, gênant, gêne, grave, gros retard, grossier, hélas, honte, honteux, horrible, hors service, horripilant, hostile, ignoré, ignore, illisible, impatient, impersonnel,
      impoli, impossible, impuissant, inacceptable, inaccessible, inconvénient, inadapté, inadmissible, inapte, incapable, incohérent, incomplet, incompétent, incompétence,
      incompatible, incompréhensible, incompréhension, inconfortable, incorrect, indifférent, indisponible, inefficace, inexact, inexistant, inexploitable, inflexible,
      injoignable, injuste, injustifié, insatisfait, insatisfaisant, instable, instabilité, insuffisant, insupportable, interminable, interruption, introuvable, inutile, inutilisable,
      irrespectueux, irritant, jamais vu ça, laborieux, lacune, laid, laisse à désirer, laissé tomber, lamentable, lassant, lent, lente, lentement, lenteur, lourd, lourdeur, mal, mal fait,
      malheureusement, malpoli, manque, manquant, mort, morte, mauvais, mauvaise, mécontent, mécontentement, médiocre, mensonge, mépris, méprisant, merdique, minable, moche, négatif, négligé, négligent, nul, nulle, nulles,
      nullité, obligé de relancer, obsolète, on tourne en rond, opaque, oublié, pagaille, pannes à répétition, pas top, pas terrible, peine perdue, pénible, pénibles, perdu, perte de temps, perturbé, perturbation, pire, planté, plante, plantage, pitoyable, plainte, plein le dos, pourri, précaire,
      râle, ralenti, ralentissement, rame, ras le bol, raté, rébarbatif, refus, refuse, refusé, regrettable, regrette, relancer plusieurs fois, reproche, retard, ridicule, rigide, risible,
      sale, sans aide, sans intérêt, sans suite, saturé, saturation, scandale, scandaleux, sec, sommaire, stressant, stupide, superficiel, surchargé, surchauffe, =tarde, tardif, tombe en panne,
      toujours en panne, toujours rien, toujours pas, tracas, trop, trop attendu, trop cher, trop compliqué, trop court, trop de temps, trop grand, trop gros, trop long, trop longtemps, trop longue, trop lent, trop lente, trop lourd, trop petit, trop tard, trop technique, trop vieux, vague, =vétuste, vide,
      vieillot, vieux, serait bien, serait mieux, serait bienvenu, serait utile""";

  static final String TROUBLE = """
      anomalie, bogue, bug, difficulté, dysfonctionnement, ennui, erreur, incident, panne, pépin, préoccupation, problème, souci""";

  static final String CURE = """
      corrigé, débloqué, dépanné, réparé, répare, résolu, résolue, résolus, résolues, résout, réglé, règle, solutionné, rétabli, remis en marche""";

  static final String PSEUDO = """
      à bon escient, au plus vite, bien que, bien sûr, bon à savoir, bonjour, bonne journée, bonne nuit, bonne réception, bonne chance, bonne soirée, bons baisers, =bon de commande, eh bien, merci d'avance, merci de, mieux vaut,
      non seulement, nul doute, ou bien, pas que, pas seulement, pas uniquement, sans aucun doute, sans doute, si bien que, tant bien que mal, aussi bien, aussi vite que possible, au mieux, plus ou moins, non plus, mais aussi,
      mise à jour, mises à jour, message d'erreur, code erreur, gestion des incidents, je suis bien, le plus souvent, bien entendu, bien avant, bien après, trop de la balle, numéro d'incident, vite fait""";

  static final String NEGATES_AFTER = """
      à défaut de, absence de, dépourvu de, exempt de, impossible de, impossible d, incapable de, incapable d, loin d'être, loin de, manque de, manque d, moins, ni, non, refuse de, sans, zéro, aucunement, nullement""";

  static final String NEGATES_AROUND =
      "pas, jamais, rien, aucun, aucune, guère, point de, pas du tout, nulle part";

  static final String NEGATES_WITH_NE = "plus, personne";

  static final String NE = "ne, n";

  static final String VERB = """
      ai, aide, aident, allume, arrive, as, avez, avons, charge, comprend, comprends, comprennent, connecte, démarre, fonctionnait, fonctionne, fonctionnent,
      imprime, marchait, marche, marchent, ont, ouvre, peut, peux, peuvent, répond, répondent, répondu, résout, sait, savent, tient, aime, vois, voit, y a""";

  static final String NEGATES_BEFORE =
      "a disparu, ont disparu, disparu, disparue, disparus, est absent, brille par son absence";

  static final String WISH = """
      aurait dû être, aurait pu être, devrait, devraient, devrait être, devraient être, doit être, doivent être, faudrait, gagnerait à être, il faut, il faudrait, j'aimerais, j'aurais aimé, j'espère,
      mérite d'être, on aimerait, pourrait, pourraient, pourrait être, pourraient être, serait, seraient, si seulement, souhaite, souhaiterais, voudrais, besoin d'un, besoin d'une, besoin de plus""";

  static final String CONTRAST = """
      à part, alors que, bien que, cependant, en dépit de, en revanche, excepté, hormis, mais, malgré, malgré tout, même si, néanmoins, par contre, pourtant, quand même, quoique, sauf,
      tandis que, toutefois""";

  static final String AND = "et, puis, ensuite";

  static final String STOP =
      "afin, car, comme, dès, donc, lorsque, lorsqu, parce, pendant, puisque, puisqu, quand, si";

  private FrenchLexicon() {}
}
