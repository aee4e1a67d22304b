"""What each ground weighs, in bits (log2 odds): +1 doubles the odds of one incident.

Learnt by ``benchmarks/learn_weights.py`` from labelled pairs of two sets, within bounds
that codebooks set whatever a sample says. Behind each weight stand the pairs it was seen
in: of one incident / of two. Grounds overlap, so a weight is what a ground adds to the
others, not what it would say alone; docs/decisions/0009 tells how well they hold.
"""

from __future__ import annotations

# Two accounts of one document are two incidents: the reader of accounts told them apart.
APART = -50.0

# What two candidates weigh of whom nothing is known. The more accounts there are, the
# more of them are alike by chance: the prior that groups best fell from a pile of 262
# accounts (wire-dev) to one of 8,104 (gva) by some two bits in five doublings. Of three
# settings with the weights below (0.3, 0.8 and 1.3), this one groups best (0009).
PRIOR = 1.3
PRIOR_PER_DOUBLING = 0.45
SMALL_PILE = 250

WEIGHTS: dict[str, float] = {
    "same_document": APART,
    "a_week_apart": -5.50,  # wire 0/152, gva 86/6438
    "both_in_passing": 0.00,  # wire 19/3889, gva 0/0
    "common_names": -0.82,  # wire 49/3814, gva 64/18779
    "copies": 4.00,  # wire 7/1, gva 106/20
    "dates_overlap": 2.72,  # wire 17/40, gva 42/676
    "dates_overlap_widely": 0.35,  # wire 12/37, gva 0/0
    "day_of_one_unknown": -3.20,  # wire 60/11701, gva 14/597
    "days_apart": -5.00,  # wire 0/33, gva 58/4838
    "days_apart_reckoned": -0.48,  # wire 5/307, gva 0/0
    "days_unknown": -2.51,  # wire 15/2333, gva 0/151
    "far_other_dead": -0.98,  # wire 11/5981, gva 54/4049
    "far_other_injured": -0.67,  # wire 8/2340, gva 75/10529
    "like_dead": 1.00,  # wire 58/1141, gva 26/185
    "like_injured": -0.99,  # wire 23/374, gva 71/2116
    "like_victim": 1.18,  # wire 0/2, gva 82/95
    "next_day": 0.00,  # wire 10/26, gva 151/9231
    "no_dead": 0.29,  # wire 9/82, gva 0/1
    "no_injured": 0.03,  # wire 8/83, gva 0/1
    "no_rare_names": -2.06,  # wire 2/15158, gva 109/61557
    "none_or_some_dead": 0.00,  # wire 14/2122, gva 1/172
    "none_or_some_injured": -0.07,  # wire 12/1236, gva 14/445
    "one_in_passing": 0.00,  # wire 68/13489, gva 0/0
    "one_is_the_second": -1.50,  # wire 1/883, gva 0/16
    "other_accused": 0.00,  # wire 22/4985, gva 149/3924
    "other_country": -2.00,  # wire 6/1486, gva 3/217
    "other_dead": -0.35,  # wire 31/3557, gva 131/8578
    "other_facility": -0.09,  # wire 27/2542, gva 48/906
    "other_injured": -1.37,  # wire 15/1035, gva 131/12112
    "other_language": 0.60,  # wire 73/5376, gva 0/0
    "other_victims": -0.39,  # wire 2/343, gva 102/7513
    "other_weapon": -1.04,  # wire 23/5117, gva 99/7497
    "place_unknown": -1.94,  # wire 0/0, gva 63/3053
    "places_apart": -0.06,  # wire 2/12, gva 4/85
    "places_apart_in_region": -0.90,  # wire 19/280, gva 87/1690
    "places_close": 1.82,  # wire 8/0, gva 152/401
    "places_far_apart": -1.83,  # wire 12/823, gva 24/2283
    "places_near": 0.07,  # wire 6/54, gva 126/559
    "places_very_far_apart": -6.00,  # wire 31/22054, gva 240/77028
    "published_after": 0.34,  # wire 0/0, gva 20/270
    "published_after_stamped": -0.00,  # wire 0/1, gva 0/0
    "published_before": -1.83,  # wire 0/0, gva 13/3304
    "published_before_stamped": -0.39,  # wire 0/183, gva 0/0
    "published_days_apart": -0.07,  # wire 0/0, gva 2/16
    "published_just_after": 1.08,  # wire 8/6, gva 127/2303
    "published_long_after": -0.22,  # wire 0/0, gva 63/2726
    "published_long_after_stamped": -0.90,  # wire 0/291, gva 0/0
    "published_together": 0.14,  # wire 0/0, gva 4/73
    "published_weeks_apart": -0.79,  # wire 0/3, gva 3/145
    "rare_name": -0.08,  # wire 68/661, gva 200/8842
    "rare_names": 0.67,  # wire 54/168, gva 321/3582
    "rarer_names": 0.47,  # wire 27/45, gva 384/1291
    "region_far": -0.70,  # wire 0/27, gva 0/115
    "regions_far_apart": -3.24,  # wire 0/1977, gva 5/2222
    "reported_days_apart": 0.28,  # wire 3/50, gva 346/14045
    "reported_months_apart": -2.93,  # wire 0/2062, gva 205/52364
    "reported_together": 0.00,  # wire 29/18, gva 1262/18852
    "reported_weeks_apart": -0.08,  # wire 4/76, gva 253/9614
    "same_accused": 1.54,  # wire 67/713, gva 74/157
    "same_country": -0.47,  # wire 0/82, gva 0/3
    "same_day": 2.00,  # wire 73/29, gva 945/3936
    "same_days": 2.00,  # wire 32/42, gva 359/4248
    "same_facility": 1.00,  # wire 7/37, gva 33/7
    "same_few_dead": 2.07,  # wire 11/267, gva 297/1332
    "same_few_injured": 0.00,  # wire 6/9, gva 281/3015
    "same_kind_of_target": 1.00,  # wire 23/42, gva 5/2
    "same_many_dead": 1.32,  # wire 40/107, gva 12/0
    "same_many_injured": 0.75,  # wire 19/37, gva 40/3
    "same_one_dead": 0.15,  # wire 13/103, gva 601/14697
    "same_one_injured": 0.00,  # wire 9/45, gva 295/11257
    "same_place": 2.00,  # wire 170/329, gva 1335/8161
    "same_region": -0.02,  # wire 1/0, gva 6/61
    "same_several_dead": 1.18,  # wire 6/106, gva 73/20
    "same_several_injured": 0.46,  # wire 2/8, gva 134/367
    "same_type": 0.00,  # wire 130/2121, gva 1935/85676
    "same_victim": 1.88,  # wire 3/4, gva 188/3
    "same_weapon": 0.25,  # wire 75/866, gva 577/16098
    "shared_name": 0.67,  # wire 28/73, gva 207/211
    "shared_names": 0.00,  # wire 2/0, gva 16/1
    "town_and_region": 0.16,  # wire 4/25, gva 47/90
    "two_days_apart": -1.09,  # wire 2/4, gva 41/5256
    "types_incompatible": -1.50,  # wire 2/5285, gva 3/58
    "very_rare_names": 2.10,  # wire 19/27, gva 982/659
    "weeks_apart": -5.50,  # wire 25/11961, gva 164/51760
    "words_0": -2.55,  # wire 1/9012, gva 8/9095
    "words_1": -2.78,  # wire 8/7369, gva 52/46822
    "words_2": -2.96,  # wire 5/3765, gva 68/29464
    "words_3": -1.18,  # wire 28/657, gva 122/7434
    "words_4": 1.10,  # wire 44/182, gva 250/2061
    "words_5": 1.70,  # wire 45/60, gva 288/590
    "words_6": 2.28,  # wire 27/44, gva 421/301
    "words_7": 2.07,  # wire 8/10, gva 400/132
    "words_8": 2.10,  # wire 5/5, gva 340/58
    "words_9": 2.50,  # wire 13/1, gva 143/11
}
