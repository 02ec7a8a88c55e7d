package uz.gogomarket.identity;

import java.time.Duration;

