package uz.gogomarket.disputes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Asks for another decision, and says why. */
public record AppealDispute(@NotBlank @Size(max = 2000) String reason) {}
